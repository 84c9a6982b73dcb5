namespace Dnma.Engine.Ingest.Tables;

/// <summary>Turns rows of a canonical table into hits.</summary>
internal readonly struct CanonicalCsvRows : ICsvRows
{
    private readonly RecordSink _sink;
    private readonly CustomValues _customs;

    /// <summary>The fields that matter, by index: canonical ones, and those that a custom dimension reads.</summary>
    private readonly (int Field, HitColumn Column)[] _canonical;
    private readonly (int Field, int Custom)[] _custom;

    public CanonicalCsvRows(CsvHeader header, HitColumn[] columns, RecordSink sink)
    {
        _sink = sink;
        var names = sink.CustomNames;
        _customs = new CustomValues(names.Length);
        var canonical = new List<(int, HitColumn)>();
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] != HitColumn.None)
            {
                canonical.Add((i, columns[i]));
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

        _canonical = [.. canonical];
        _custom = [.. custom];
    }

    /// <inheritdoc/>
    public void Take(CsvFields fields, in RecordPosition position, ReadOnlySpan<byte> line)
    {
        var row = default(HitRow);
        foreach (var (field, column) in _canonical)
        {
            row.Set(column, fields.Field(line, field));
        }

        _customs.Clear();
        foreach (var (field, custom) in _custom)
        {
            _customs.Set(custom, fields.Field(line, field));
        }

        row.Deliver(_sink, _customs, position, line);
    }
}
