using Dnma.Engine.Time;
using DuckDB.NET.Native;

namespace Dnma.Engine.Store.Exchange;

/// <summary>A column of an answer of DuckDB as a column from outside. Looks at one chunk after another.</summary>
internal sealed class DuckDbColumn(string name, DuckDBType type, TextPool pool) : ForeignColumn(name)
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    private DuckDbVector _vector;

    /// <inheritdoc/>
    public override string TypeName => type.ToString();

    /// <summary>What to select so that a vector holds what is read here: every integer as 64 bits, codes as texts.</summary>
    public string Expression
    {
        get
        {
            var identifier = DuckDbSession.Identifier(Name);
            return type switch
            {
                DuckDBType.TinyInt or DuckDBType.SmallInt or DuckDBType.Integer or DuckDBType.UnsignedTinyInt or DuckDBType.UnsignedSmallInt
                    or DuckDBType.UnsignedInteger or DuckDBType.UnsignedBigInt or DuckDBType.HugeInt or DuckDBType.UnsignedHugeInt => $"CAST({identifier} AS BIGINT)",
                DuckDBType.Enum => $"CAST({identifier} AS VARCHAR)",
                DuckDBType.TimestampTz or DuckDBType.TimestampS or DuckDBType.TimestampMs or DuckDBType.TimestampNs => $"CAST({identifier} AS TIMESTAMP)",
                DuckDBType.Float => $"CAST({identifier} AS DOUBLE)",
                _ => identifier,
            };
        }
    }

    /// <summary>Goes on to the next chunk.</summary>
    public void MoveTo(DuckDbVector vector) => _vector = vector;

    /// <inheritdoc/>
    public override string? Text(int row) => type is not (DuckDBType.Varchar or DuckDBType.Enum) ? base.Text(row)
        : _vector.IsNull(row) ? null
        : pool.Of(_vector.Bytes(row));

    /// <inheritdoc/>
    public override DateOnly? Date(int row)
    {
        switch (type)
        {
            case DuckDBType.Date:
                return _vector.IsNull(row) ? null : DayOf(_vector.Int32(row));
            case DuckDBType.Timestamp or DuckDBType.TimestampTz or DuckDBType.TimestampS or DuckDBType.TimestampMs or DuckDBType.TimestampNs:
                return _vector.IsNull(row) ? null : MidnightOf(_vector.Int64(row));
            case DuckDBType.Varchar or DuckDBType.Enum:
                return Text(row) is { } text ? DateOf(text) : null;
            default:
                return base.Date(row);
        }
    }

    /// <inheritdoc/>
    public override long? Whole(int row)
    {
        switch (type)
        {
            case DuckDBType.Float or DuckDBType.Double:
                return _vector.IsNull(row) ? null : WholeOf(_vector.Double(row));
            case DuckDBType.BigInt or DuckDBType.TinyInt or DuckDBType.SmallInt or DuckDBType.Integer or DuckDBType.UnsignedTinyInt or DuckDBType.UnsignedSmallInt
                or DuckDBType.UnsignedInteger or DuckDBType.UnsignedBigInt or DuckDBType.HugeInt or DuckDBType.UnsignedHugeInt:
                return _vector.IsNull(row) ? null : _vector.Int64(row);
            default:
                return base.Whole(row);
        }
    }

    private static DateOnly DayOf(long day) => day >= LocalCalendar.DayOf(DateOnly.MinValue) && day <= LocalCalendar.DayOf(DateOnly.MaxValue)
        ? LocalCalendar.DateOf((int)day)
        : throw new FormatException("a date is infinite, or of no year from 1 to 9999");

    private static DateOnly MidnightOf(long microseconds) => microseconds % MicrosecondsPerDay == 0
        ? DayOf(microseconds / MicrosecondsPerDay)
        : throw new FormatException("a time of day stands where a date should");
}
