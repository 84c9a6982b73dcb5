using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Detection;

namespace Dnma.Engine.Tests.Ingest.Detection;

/// <summary>A table whose header is the word "table" and whose rows are lines of any text.</summary>
internal sealed class TextTable : ITableDetector
{
    public TableVerdict TryDetect(ReadOnlySpan<byte> head, bool holdsAll, HitFormat asked, string name) =>
        head.StartsWith("table\n"u8) || head.SequenceEqual("table"u8) ? TableVerdict.Accept(new Layout(), hasHeader: true) : TableVerdict.Refuse("table: refused");

    private sealed class Layout : RecordLayout
    {
        public override string Description => "a table";

        public override BlockDecoder CreateDecoder(RecordSink sink) => new Decoder(sink);
    }

    private sealed class Decoder(RecordSink sink) : BlockDecoder
    {
        public override void Decode(RecordBlock block)
        {
            var line = block.Start.Line;
            var offset = block.Start.ByteOffset;
            foreach (var range in block.Bytes.Span.TrimEnd((byte)'\n').Split((byte)'\n'))
            {
                sink.Reject(RejectReason.NotAHit, new RecordPosition(block.Start.File, line++, offset + range.Start.Value), block.Bytes.Span[range]);
            }
        }
    }
}
