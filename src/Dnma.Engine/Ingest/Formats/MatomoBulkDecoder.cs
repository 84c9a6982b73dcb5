namespace Dnma.Engine.Ingest.Formats;

/// <summary>Decodes blocks of <see cref="MatomoBulkLayout"/>: a body a line; blank lines are no records.</summary>
internal sealed class MatomoBulkDecoder(MatomoMapping mapping, RecordSink sink) : BlockDecoder
{
    /// <summary>The longest record that is read, line ending not counted (design §6).</summary>
    private const int MaxRecordBytes = 1 << 20;

    private readonly MatomoBulk _bulk = new(mapping, sink);

    public override void Decode(RecordBlock block)
    {
        var rest = block.Bytes.Span;
        var position = block.Start;
        while (!rest.IsEmpty)
        {
            var feed = rest.IndexOf((byte)'\n');
            var taken = feed < 0 ? rest.Length : feed + 1;
            Decode(rest[..(feed < 0 ? taken : feed)], in position, feed < 0 && block.EndsTruncated);
            rest = rest[taken..];
            position = position with { Line = position.Line + 1, ByteOffset = position.ByteOffset + taken };
        }
    }

    private void Decode(ReadOnlySpan<byte> line, in RecordPosition position, bool isTruncated)
    {
        if (position.ByteOffset == 0 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        line = line.TrimEnd((byte)'\r');
        if (line.IsEmpty)
        {
            return;
        }

        if (isTruncated)
        {
            sink.Reject(RejectReason.Truncated, in position, line);
        }
        else if (line.Length > MaxRecordBytes)
        {
            sink.Reject(RejectReason.TooLong, in position, line);
        }
        else
        {
            _bulk.Decode(line, in position);
        }
    }
}
