namespace Dnma.Engine.Ingest.Tables;

/// <summary>Turns rows of a delimited export of a raw table into <see cref="MatomoRow"/>s.</summary>
internal readonly struct MatomoCsvRows : ICsvRows
{
    private readonly MatomoRowTaker _taker;
    private readonly CustomValues _customs;
    private readonly (int Field, MatomoColumn Column)[] _read;
    private readonly (int Field, int Custom)[] _custom;

    public MatomoCsvRows(CsvHeader header, MatomoTable table, MatomoTables tables, RecordSink sink)
    {
        var names = sink.CustomNames;
        _taker = new MatomoRowTaker(table, tables, sink);
        _customs = new CustomValues(names.Length);
        var read = new List<(int, MatomoColumn)>();
        for (var i = 0; i < header.Names.Count; i++)
        {
            if (MatomoSchema.Find(table, header.Names[i], tables.Columns) is var column and not MatomoColumn.None)
            {
                read.Add((i, column));
            }
        }

        var custom = new List<(int, int)>();
        for (var i = 0; i < names.Length; i++)
        {
            if (header.IndexOf(names[i]) is var field and >= 0)
            {
                custom.Add((field, i));
            }
        }

        _read = [.. read];
        _custom = [.. custom];
    }

    /// <inheritdoc/>
    public void Take(CsvFields fields, in RecordPosition position, ReadOnlySpan<byte> line)
    {
        var row = default(MatomoRow);
        foreach (var (field, column) in _read)
        {
            row.Set(column, fields.Field(line, field));
        }

        _customs.Clear();
        foreach (var (field, custom) in _custom)
        {
            _customs.Set(custom, MatomoRow.OrNull(fields.Field(line, field)));
        }

        _taker.Take(row, _customs, position, line);
    }
}
