using Dnma.Engine.Contracts;
using Dnma.Engine.Time;
using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>
/// How the <c>instant</c> column of a Parquet file is read: timestamps as they are (one without zone is UTC), numbers and texts value by value, as in CSV (design §6).
/// </summary>
internal readonly struct ParquetInstant
{
    private const long FirstMs = -62_135_596_800_000;
    private const long LastMs = 253_402_300_799_999;

    private readonly Form _form;

    /// <summary>How many of the column's units make a millisecond, for units finer than that.</summary>
    private readonly long _unitsPerMs;

    private ParquetInstant(string expression, Form form, long unitsPerMs = 1)
    {
        Expression = expression;
        _form = form;
        _unitsPerMs = unitsPerMs;
    }

    private enum Form : byte
    {
        Text,
        Number,
        Fraction,
        Timestamp,
        TimestampInSeconds,
    }

    /// <summary>What to select, as SQL.</summary>
    public string Expression { get; }

    /// <summary>Decides how to read a column.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: its type holds no instants.</exception>
    public static ParquetInstant Of(ParquetColumn column, string subject)
    {
        var name = DuckDbSession.Identifier(column.Name);
        return column.Type switch
        {
            DuckDBType.Timestamp or DuckDBType.TimestampTz => new(name, Form.Timestamp, 1_000),
            DuckDBType.TimestampNs => new(name, Form.Timestamp, 1_000_000),
            DuckDBType.TimestampMs => new(name, Form.Timestamp),
            DuckDBType.TimestampS => new(name, Form.TimestampInSeconds),
            DuckDBType.TinyInt or DuckDBType.SmallInt or DuckDBType.Integer or DuckDBType.BigInt
                or DuckDBType.UnsignedTinyInt or DuckDBType.UnsignedSmallInt or DuckDBType.UnsignedInteger
                => new($"CAST({name} AS BIGINT)", Form.Number),
            DuckDBType.Float or DuckDBType.Double => new($"CAST({name} AS DOUBLE)", Form.Fraction),
            DuckDBType.UnsignedBigInt or DuckDBType.HugeInt or DuckDBType.UnsignedHugeInt or DuckDBType.Decimal
                => new($"CAST({name} AS VARCHAR)", Form.Text),
            DuckDBType.Varchar or DuckDBType.Blob => new(name, Form.Text),
            DuckDBType.Enum => new($"CAST({name} AS VARCHAR)", Form.Text),
            _ => throw new EngineException(
                ErrorId.UndecidedFormat,
                subject,
                $"the column instant is of type {column.Type}, which holds no instants",
                "write it as a timestamp, a number of seconds, milliseconds or microseconds, or an ISO 8601 text with offset"),
        };
    }

    /// <summary>Reads a row's instant. Infinite timestamps, NaN, and years outside 1–9999 are bad.</summary>
    public InstantReading Read(in DuckDbVector column, int row, out long instantMs)
    {
        instantMs = 0;
        if (column.IsNull(row))
        {
            return InstantReading.Missing;
        }

        switch (_form)
        {
            case Form.Text:
                return InstantText.Read(column.Bytes(row), out instantMs);
            case Form.Number:
                return InstantText.FromEpoch(column.Int64(row), out instantMs);
            case Form.Fraction:
                return InstantText.FromEpoch(column.Double(row), out instantMs);
            case Form.TimestampInSeconds:
                var seconds = column.Int64(row);
                return seconds is < FirstMs / 1000 or > LastMs / 1000 ? InstantReading.Bad : Bounded(seconds * 1000, out instantMs);
            default:
                var (quotient, rest) = Math.DivRem(column.Int64(row), _unitsPerMs);
                return Bounded(rest < 0 ? quotient - 1 : quotient, out instantMs);
        }
    }

    /// <summary>The text of a row's instant, for a reject's sample; empty where the column holds no text.</summary>
    public ReadOnlySpan<byte> Sample(scoped in DuckDbVector column, int row) => _form == Form.Text ? column.Bytes(row) : default;

    private static InstantReading Bounded(long milliseconds, out long instantMs)
    {
        var isInside = milliseconds is >= FirstMs and <= LastMs;
        instantMs = isInside ? milliseconds : 0;
        return isInside ? InstantReading.Ok : InstantReading.Bad;
    }
}
