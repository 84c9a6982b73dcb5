using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>A delimited table of hits with canonical columns (design §6). Immutable, shared by all workers.</summary>
internal sealed class CsvLayout : RecordLayout
{
    private readonly CsvHeader _header;
    private readonly HitColumn[] _columns;

    private CsvLayout(CsvHeader header, HitColumn[] columns)
    {
        _header = header;
        _columns = columns;
    }

    /// <inheritdoc/>
    public override string Description => $"table of hits, {_header.SeparatorName} separated";

    /// <summary>Whether a header has the columns that a table of hits must have.</summary>
    public static bool Fits(CsvHeader header) => header.IndexOf("instant"u8) >= 0 && header.IndexOf("visitor"u8) >= 0;

    /// <summary>Makes the layout of a table from its header.</summary>
    /// <param name="header">The header; null where the first line is none.</param>
    /// <param name="subject">The input's name, for messages.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: no header, a required column is missing, or a canonical one stands there twice.</exception>
    public static CsvLayout FromHeader(CsvHeader? header, string subject)
    {
        if (header is null)
        {
            throw new EngineException(
                ErrorId.UndecidedFormat, subject, "the table has no header line", $"give it one that names at least {HitColumnNames.Required}");
        }

        if (!Fits(header))
        {
            throw MissingColumns(subject, header.Names);
        }

        var columns = new HitColumn[header.Names.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = HitColumnNames.Find(header.Names[i]);
            if (columns[i] != HitColumn.None && Array.IndexOf(columns, columns[i]) < i)
            {
                throw RepeatedColumn(subject, columns[i]);
            }
        }

        return new CsvLayout(header, columns);
    }

    /// <summary>The error for a table that lacks a required column, whatever its container.</summary>
    public static EngineException MissingColumns(string subject, IReadOnlyList<byte[]> names) => new(
        ErrorId.UndecidedFormat,
        subject,
        $"a table of hits needs the columns {HitColumnNames.Required}, and this one has: {ColumnList.Masked(names)} (masked)",
        "rename its columns, or say what the file is with --format");

    /// <summary>The error for a table that names a canonical column twice, whatever its container.</summary>
    public static EngineException RepeatedColumn(string subject, HitColumn column) => new(
        ErrorId.UndecidedFormat, subject, $"two columns are called {column}, whatever their case", "rename or leave out one of the two");

    /// <inheritdoc/>
    public override BlockDecoder CreateDecoder(RecordSink sink) =>
        new CsvBlockDecoder<CanonicalCsvRows>(_header, new CanonicalCsvRows(_header, _columns, sink), sink);
}
