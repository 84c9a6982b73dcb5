using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Store;

/// <summary>Hits with all their texts, for any sink.</summary>
internal sealed class ParquetHitTexts(ParquetHitPlan plan, int fileOrdinal) : IParquetHits
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Expressions => plan.Expressions;

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, CodedColumn Column)> Functions => [];

    /// <inheritdoc/>
    public void Deliver(DuckDbRows rows, RecordSink sink)
    {
        // By HitColumn; the default where the file has no such column.
        var columns = new DuckDbVector[(int)HitColumn.Browser + 1];
        foreach (var (expression, column) in plan.Canonical)
        {
            columns[(int)column] = rows.Column(expression);
        }

        var customs = new CustomValues(sink.CustomNames.Length);
        var customColumns = Array.ConvertAll(plan.Custom, custom => (Column: rows.Column(custom.Expression), custom.Custom));
        var instants = rows.Column(0);
        var numbers = rows.Column(plan.Expressions.Count);
        for (var at = 0; at < rows.Count; at++)
        {
            var row = default(HitRow);
            Read(columns, at, ref row);
            customs.Clear();
            foreach (var (column, custom) in customColumns)
            {
                customs.Set(custom, column.Bytes(at));
            }

            var reading = plan.Instant.Read(instants, at, out row.Fields.InstantMs);
            row.Deliver(reading, sink, customs, new RecordPosition(fileOrdinal, numbers.Int64(at) + 1, -1), plan.Instant.Sample(instants, at));
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
}
