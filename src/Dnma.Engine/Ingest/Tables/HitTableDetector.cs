using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Formats;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>Tells the pipeline which inputs are tables of hits by lines: canonical CSV, canonical JSON lines, Matomo's bulk bodies. Thread safe.</summary>
internal sealed class HitTableDetector(MatomoMapping mapping) : ITableDetector
{
    private readonly MatomoBulkLayout _bulk = new(mapping);

    /// <inheritdoc />
    public TableVerdict TryDetect(ReadOnlySpan<byte> head, bool holdsAll, HitFormat asked, string name)
    {
        var kind = TableDetection.KindOf(head, out var whyNot);
        return (asked, kind) switch
        {
            (HitFormat.Csv, _) or (HitFormat.Auto, TableKind.Csv) =>
                TableVerdict.Accept(CsvLayout.FromHeader(TableDetection.TryHeader(head), name), hasHeader: true),
            (HitFormat.Ndjson, _) or (HitFormat.Auto, TableKind.Ndjson) => TableVerdict.Accept(NdjsonLayout.Instance, hasHeader: false),
            (HitFormat.Auto or HitFormat.Matomo, TableKind.MatomoBulkBody) => TableVerdict.Accept(_bulk, hasHeader: false),
            _ => TableVerdict.Refuse($"table of hits: {(whyNot.Length > 0 ? whyNot : $"it is of another kind than {asked}")}"),
        };
    }
}
