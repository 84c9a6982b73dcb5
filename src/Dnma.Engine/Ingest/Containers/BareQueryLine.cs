namespace Dnma.Engine.Ingest.Containers;

/// <summary>
/// One request a line and nothing else: a query string, with or without its question mark, or a target, or a full URL. There is no time:
/// the hit brings its own.
/// </summary>
internal readonly struct BareQueryLine : ILineContainer
{
    /// <inheritdoc/>
    public LineOutcome Read(ReadOnlySpan<byte> line, ref LogRequest request, out RejectReason reason)
    {
        reason = RejectReason.Malformed;
        var text = line.Trim(" \t"u8);
        var equals = text.IndexOf((byte)'=');
        var question = text.IndexOf((byte)'?');
        if (text[0] != (byte)'/' && equals < 0 && question < 0)
        {
            return LineOutcome.Rejected;
        }

        if (equals >= 0 && text[0] != (byte)'/' && (question < 0 || text[..question].IndexOfAny((byte)'=', (byte)'&') >= 0))
        {
            // "s=1&p=what?": the question mark belongs to a value.
            request.Query = text;
            return LineOutcome.Request;
        }

        RequestTarget.Split(text, ref request);
        return LineOutcome.Request;
    }
}
