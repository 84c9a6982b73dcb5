namespace Dnma.Engine.Ingest.Containers;

/// <summary>
/// A line of a W3C extended log. Fields are parted by tabs if the line has any, else by spaces, and then quoted fields may hold spaces. A
/// lone hyphen is no value.
/// </summary>
internal readonly struct W3cLine(W3cFields fields) : ILineContainer
{
    private const byte Space = (byte)' ', Tab = (byte)'\t', Quote = (byte)'"';

    private readonly LineScratch _scratch = new();

    /// <inheritdoc/>
    public LineOutcome Read(ReadOnlySpan<byte> line, ref LogRequest request, out RejectReason reason)
    {
        reason = RejectReason.FieldCount;
        if (line[0] == (byte)'#')
        {
            return LineOutcome.NoRecord;
        }

        _scratch.Reset();
        var byTab = line.Contains(Tab);
        var rest = byTab ? line : line.Trim(Space);
        ReadOnlySpan<byte> date = default, time = default;
        ReadOnlySpan<byte> stem = default;
        var columns = fields.Columns;
        for (var i = 0; i < columns.Length; i++)
        {
            if (i > 0 && !TrySkipSeparator(ref rest, byTab))
            {
                return LineOutcome.Rejected;
            }

            if (!TryField(ref rest, byTab, out var value, out var wasQuoted))
            {
                reason = RejectReason.UnclosedQuote;
                return LineOutcome.Rejected;
            }

            switch (columns[i])
            {
                case W3cColumn.Ignored:
                    break;
                case W3cColumn.Date:
                    date = value;
                    break;
                case W3cColumn.Time:
                    time = value;
                    break;
                case W3cColumn.Method:
                    request.Method = value;
                    break;
                case W3cColumn.Stem:
                    stem = value;
                    break;
                case W3cColumn.Query:
                    request.Query = value.StartsWith((byte)'?') ? value[1..] : value;
                    break;
                case W3cColumn.Uri when request.Path.IsEmpty && request.Query.IsEmpty:
                    RequestTarget.Split(value, ref request);
                    break;
                case W3cColumn.UserAgent:
                    // IIS puts a plus for a space; behind tabs (CloudFront) and in quotes a plus is a plus.
                    request.UserAgent = EscapedText.PercentsTwice(byTab || wasQuoted ? value : EscapedText.Pluses(value, _scratch), _scratch);
                    break;
                case W3cColumn.ClientHint when !value.IsEmpty:
                    var hint = EscapedText.PercentsTwice(byTab || wasQuoted ? value : EscapedText.Pluses(value, _scratch), _scratch);
                    request.ClientHints = HeaderName.AddHint(_scratch, request.ClientHints, fields.Headers[i], hint);
                    break;
                case W3cColumn.Prefetch:
                    request.IsPrefetch |= PrefetchHeaders.IsPrefetch(value);
                    break;
            }
        }

        if (!rest.IsEmpty)
        {
            return LineOutcome.Rejected;
        }

        if (!stem.IsEmpty)
        {
            request.Path = stem;
        }

        return TryInstant(date, time, out request.InstantMs, out reason) ? LineOutcome.Request : LineOutcome.Rejected;
    }

    private static bool TrySkipSeparator(scoped ref ReadOnlySpan<byte> rest, bool byTab)
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        rest = byTab ? rest[1..] : rest.TrimStart(Space);
        return true;
    }

    /// <summary>Takes a field up to its separator; a lone hyphen comes out empty. False when a quote is not closed.</summary>
    private static bool TryField(scoped ref ReadOnlySpan<byte> rest, bool byTab, out ReadOnlySpan<byte> value, out bool wasQuoted)
    {
        wasQuoted = !byTab && rest.StartsWith(Quote);
        if (wasQuoted)
        {
            var from = 1;
            while (true)
            {
                var close = rest[from..].IndexOf(Quote);
                if (close < 0)
                {
                    value = default;
                    return false;
                }

                from += close + 1;
                if (from == rest.Length || rest[from] == Space)
                {
                    value = rest[1..(from - 1)];
                    rest = rest[from..];
                    return true;
                }
            }
        }

        var end = rest.IndexOf(byTab ? Tab : Space);
        value = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[end..];
        if (value is [(byte)'-'])
        {
            value = default;
        }

        return true;
    }

    private bool TryInstant(ReadOnlySpan<byte> date, ReadOnlySpan<byte> time, out long instantMs, out RejectReason reason)
    {
        instantMs = LogRequest.NoInstant;
        if (time.IsEmpty || (fields.HasDate && date.IsEmpty))
        {
            reason = RejectReason.MissingInstant;
            return false;
        }

        reason = RejectReason.BadInstant;
        var day = fields.Day;
        if ((fields.HasDate && !LogInstant.TryDate(date, out day)) || !LogInstant.TryTimeOfDay(time, out var timeMs, out var length) || length != time.Length)
        {
            return false;
        }

        instantMs = (day * 86_400_000) + timeMs;
        return true;
    }
}
