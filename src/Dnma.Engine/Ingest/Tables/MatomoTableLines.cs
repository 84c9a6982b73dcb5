using System.IO.Pipelines;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>Reads a raw table of Matomo that is delimited text, apart from the pipeline's way, because its rows only make hits beside other tables.</summary>
internal static class MatomoTableLines
{
    /// <summary>Reads one table to its end, into the look-ups or, for log_link_visit_action, as hits into the sink.</summary>
    public static async Task<TableReading> ReadAsync(
        TableFile file, Stream content, MatomoTables tables, RecordSink sink, CancellationToken cancellationToken)
    {
        var pool = new BlockPool(IngestOptions.MaxRecordBytes);
        var cutter = new LineCutter(PipeReader.Create(content), pool);
        MatomoTableLayout? layout = null;
        BlockDecoder? decoder = null;
        while (true)
        {
            if (layout is null)
            {
                var head = await cutter.PeekLinesAsync(FormatDetector.HeadBytes, cancellationToken).ConfigureAwait(false);
                var header = TableDetection.TryHeader(TableLines.WithoutMark(head.Lines.IsEmpty ? head.Rest.Span : head.Lines.Span))!;
                layout = new MatomoTableLayout(header, MatomoTableLayout.Recognise(header)!.Value, tables);
                decoder = layout.CreateDecoder(sink);
            }

            var stretch = await cutter.NextAsync(cancellationToken).ConfigureAwait(false);
            if (stretch.Kind == StretchKind.End)
            {
                return new TableReading(cutter.Lines, layout.Description);
            }

            var start = new RecordPosition(file.Ordinal, stretch.Line, stretch.Offset);
            if (stretch.Kind == StretchKind.TooLong)
            {
                sink.Reject(RejectReason.TooLong, start, stretch.Span);
            }
            else
            {
                decoder!.Decode(new RecordBlock { Bytes = stretch.Buffer.AsMemory(0, stretch.Length), Start = start, Layout = layout });
            }

            pool.Return(stretch.Buffer!);
        }
    }
}
