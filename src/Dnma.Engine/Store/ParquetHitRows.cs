using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Store;

/// <summary>Some thousand rows of a Parquet file of hits, by column.</summary>
internal readonly struct ParquetHitRows
{
    private readonly ParquetHitPlan _plan;
    private readonly DuckDbRows _rows;
    private readonly int _fileOrdinal;

    /// <summary>By <see cref="HitColumn"/>; the default where the file has no such column.</summary>
    private readonly DuckDbVector[] _columns = new DuckDbVector[(int)HitColumn.Browser + 1];
    private readonly DuckDbVector _instants;
    private readonly DuckDbVector _numbers;

    public ParquetHitRows(ParquetHitPlan plan, DuckDbRows rows, int fileOrdinal)
    {
        _plan = plan;
        _rows = rows;
        _fileOrdinal = fileOrdinal;
        _instants = rows.Column(0);
        _numbers = rows.Column(plan.Expressions.Count);
        foreach (var (expression, column) in plan.Canonical)
        {
            _columns[(int)column] = rows.Column(expression);
        }
    }

    /// <summary>Hands over every row.</summary>
    public void DeliverTo(RecordSink sink)
    {
        var customs = new CustomValues(sink.CustomNames.Length);
        var customColumns = Array.ConvertAll(_plan.Custom, CustomColumn);
        for (var at = 0; at < _rows.Count; at++)
        {
            var row = default(HitRow);
            Read(_columns, at, ref row);
            customs.Clear();
            foreach (var (column, custom) in customColumns)
            {
                customs.Set(custom, column.Bytes(at));
            }

            var reading = _plan.Instant.Read(_instants, at, out row.Fields.InstantMs);
            row.Deliver(reading, sink, customs, new RecordPosition(_fileOrdinal, _numbers.Int64(at) + 1, -1), _plan.Instant.Sample(_instants, at));
        }
    }

    /// <summary>All columns by name, since a loop over them would decide for each value anew where it goes.</summary>
    private static void Read(ReadOnlySpan<DuckDbVector> columns, int at, ref HitRow row)
    {
        row.Fields.Visitor = columns[(int)HitColumn.Visitor].Bytes(at);
        row.Fields.Client = columns[(int)HitColumn.Client].Bytes(at);
        row.Fields.Uai = columns[(int)HitColumn.Uai].Bytes(at);
        row.Fields.Profile = columns[(int)HitColumn.Profile].Bytes(at);
        row.Fields.Service = columns[(int)HitColumn.Service].Bytes(at);
        row.Fields.Type = columns[(int)HitColumn.Type].Bytes(at);
        row.Fields.Tool = columns[(int)HitColumn.Tool].Bytes(at);
        row.Fields.Project = columns[(int)HitColumn.Project].Bytes(at);
        row.Fields.Operator = columns[(int)HitColumn.Operator].Bytes(at);
        row.Fields.Platform = columns[(int)HitColumn.Platform].Bytes(at);
        row.Fields.Collectivity = columns[(int)HitColumn.Collectivity].Bytes(at);
        row.Kind = columns[(int)HitColumn.Kind].Bytes(at);
        row.Fields.Page = columns[(int)HitColumn.Page].Bytes(at);
        row.Fields.Label = columns[(int)HitColumn.Label].Bytes(at);
        row.Fields.UserAgent = columns[(int)HitColumn.UserAgent].Bytes(at);
        row.Fields.Device = columns[(int)HitColumn.Device].Bytes(at);
        row.Fields.Os = columns[(int)HitColumn.Os].Bytes(at);
        row.Fields.Browser = columns[(int)HitColumn.Browser].Bytes(at);
    }

    private (DuckDbVector Column, int Custom) CustomColumn((int Expression, int Custom) read) => (_rows.Column(read.Expression), read.Custom);
}
