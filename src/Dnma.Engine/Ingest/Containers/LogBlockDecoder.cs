namespace Dnma.Engine.Ingest.Containers;

/// <summary>Decodes blocks of a log: its container finds the request of each line, its hit format the hit in the request.</summary>
internal sealed class LogBlockDecoder<TContainer>(TContainer container, RequestDecoder format, RecordSink sink) : BlockDecoder
    where TContainer : struct, ILineContainer
{
    private const byte Return = (byte)'\r';

    private TContainer _container = container;

    /// <inheritdoc/>
    public override void Decode(RecordBlock block)
    {
        var rest = block.Bytes.Span;

        // Mostly not one: then no line is searched for any.
        var hasReturns = rest.Contains(Return);
        var line = block.Start.Line;
        var offset = block.Start.ByteOffset;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var length = end < 0 ? rest.Length : end;
            var taken = end < 0 ? length : length + 1;
            var text = rest[..length];
            if (hasReturns && length > 0 && text[^1] == Return)
            {
                text = text[..^1];
            }

            if (!IsBlank(text))
            {
                var position = new RecordPosition(block.Start.File, line, offset);
                if (hasReturns && text.Contains(Return))
                {
                    // Lines of another system lie in this one. To read the first of them alone would lose the others without a word.
                    sink.Reject(RejectReason.Malformed, in position, text);
                }
                else
                {
                    DecodeLine(text, in position);
                }
            }

            rest = rest[taken..];
            offset += taken;
            line++;
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (text[0] <= (byte)' ' && text.IndexOfAnyExcept(" \t\r\v\f"u8) < 0);

    private void DecodeLine(ReadOnlySpan<byte> text, in RecordPosition position)
    {
        var request = new LogRequest { InstantMs = LogRequest.NoInstant };
        switch (_container.Read(text, ref request, out var reason))
        {
            case LineOutcome.Request:
                format.Decode(in request, in position, text);
                break;
            case LineOutcome.Rejected:
                sink.Reject(reason, in position, text);
                break;
        }
    }
}
