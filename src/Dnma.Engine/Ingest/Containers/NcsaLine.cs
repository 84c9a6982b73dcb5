namespace Dnma.Engine.Ingest.Containers;

/// <summary>
/// NCSA access logs of Apache, nginx and their kin: common, combined, with a virtual host in front, with more fields behind:
/// <c>[vhost ]host ident user [time] "request" status bytes[ "referer" "user agent"[ …]]</c>. What stands before the time is not read.
/// </summary>
internal struct NcsaLine() : ILineContainer
{
    private const byte Quote = (byte)'"', Backslash = (byte)'\\', Space = (byte)' ';

    private readonly LineScratch _scratch = new();

    /// <summary>The last time read, for a busy log has many lines a second; at first what no line holds.</summary>
    private readonly byte[] _lastTime = [(byte)'\n', .. new byte[25]];
    private long _lastInstantMs;

    /// <inheritdoc/>
    public LineOutcome Read(ReadOnlySpan<byte> line, ref LogRequest request, out RejectReason reason)
    {
        _scratch.Reset();
        if (!TryReadTime(line, out request.InstantMs, out var behindTime, out reason))
        {
            return LineOutcome.Rejected;
        }

        var rest = line[behindTime..];
        if (!TryQuoted(ref rest, out var text))
        {
            return Reject(RejectReason.UnclosedQuote, out reason);
        }

        if (!TrySkipStatus(rest))
        {
            return Reject(RejectReason.Malformed, out reason);
        }

        if (!TryReadUserAgent(rest, out request.UserAgent))
        {
            return Reject(RejectReason.UnclosedQuote, out reason);
        }

        // A line without a request (a time-out, a handshake that is no HTTP) is a line of its container, but no hit.
        return RequestTarget.TrySplitLine(EscapedText.Backslashes(text, _scratch), ref request)
            ? LineOutcome.Request
            : Reject(RejectReason.NotAHit, out reason);
    }

    private static LineOutcome Reject(RejectReason why, out RejectReason reason)
    {
        reason = why;
        return LineOutcome.Rejected;
    }

    /// <summary>
    /// Finds <c>[time] "</c>. Users may have spaces and brackets in their names, hosts may be IPv6 in brackets: the first bracket with a
    /// time in it counts.
    /// </summary>
    private bool TryReadTime(ReadOnlySpan<byte> line, out long instantMs, out int behindTime, out RejectReason reason)
    {
        instantMs = LogRequest.NoInstant;
        behindTime = line.IndexOf("] \""u8) + 2;
        if (behindTime < 2)
        {
            reason = RejectReason.Malformed;
            return false;
        }

        var before = line[..(behindTime - 2)];
        var open = before.IndexOf(" ["u8);
        reason = open < 0 ? RejectReason.Malformed : RejectReason.BadInstant;
        for (var from = 0; open >= 0; from += open + 2, open = before[from..].IndexOf(" ["u8))
        {
            var text = before[(from + open + 2)..];
            if (text.SequenceEqual(_lastTime))
            {
                instantMs = _lastInstantMs;
                return true;
            }

            if (LogInstant.TryCommonLog(text, out instantMs))
            {
                if (text.Length == _lastTime.Length)
                {
                    text.CopyTo(_lastTime);
                    _lastInstantMs = instantMs;
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>Takes a quoted field; a quote inside it is escaped, or not followed by the end of a field.</summary>
    private static bool TryQuoted(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> text)
    {
        var body = rest[1..];
        var end = 0;
        while (true)
        {
            var quote = body[end..].IndexOf(Quote);
            if (quote < 0)
            {
                text = default;
                return false;
            }

            end += quote;
            if (!IsEscaped(body, end) && (end + 1 == body.Length || body[end + 1] == Space))
            {
                text = body[..end];
                rest = body[(end + 1)..];
                return true;
            }

            end++;
        }
    }

    private static bool IsEscaped(ReadOnlySpan<byte> text, int index)
    {
        var first = index;
        while (first > 0 && text[first - 1] == Backslash)
        {
            first--;
        }

        return ((index - first) & 1) != 0;
    }

    /// <summary>Whether a status follows: three digits, or a hyphen.</summary>
    private static bool TrySkipStatus(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 2 || rest[0] != Space)
        {
            return false;
        }

        var end = rest[1..].IndexOf(Space);
        var status = end < 0 ? rest[1..] : rest.Slice(1, end);
        return status is [(byte)'-'] || (status.Length == 3 && !status.ContainsAnyExceptInRange((byte)'0', (byte)'9'));
    }

    /// <summary>Reads the second quoted field behind the status, if there is one; false when a quote is not closed.</summary>
    private readonly bool TryReadUserAgent(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> userAgent)
    {
        userAgent = default;
        for (var field = 1; field <= 2; field++)
        {
            var quote = rest.IndexOf(" \""u8);
            if (quote < 0)
            {
                return true;
            }

            rest = rest[(quote + 1)..];
            if (!TryQuoted(ref rest, out var text))
            {
                return false;
            }

            if (field == 2 && !(text is [(byte)'-']))
            {
                userAgent = EscapedText.Backslashes(text, _scratch);
            }
        }

        return true;
    }
}
