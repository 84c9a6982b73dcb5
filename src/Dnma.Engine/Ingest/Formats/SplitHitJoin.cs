namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Makes whole hits of parts (domain §4.2): a parameter's value is that of the lowest part that has it, and the lowest part's instant counts.
/// Not thread safe.
/// </summary>
internal sealed class SplitHitJoin(RecordSink sink)
{
    private readonly XitiRequestDecoder _decoder = new(sink);
    private readonly QueryParameters _parameters = new();
    private readonly RecordBytes _query = new();
    private int[] _starts = new int[64];

    /// <summary>Joins all parts of some hits and hands each hit to the sink.</summary>
    /// <param name="records">Records one behind the other, in any order: every part of the hits that they belong to.</param>
    /// <returns>How many hits there were.</returns>
    public long Join(RecordBytes records)
    {
        var count = Sort(records);
        var hits = 0L;
        for (var first = 0; first < count; hits++)
        {
            var last = first + 1;
            var part = Part(records, first);
            while (last < count && SplitHitRecord.ShareKey(in part, Part(records, last)))
            {
                last++;
            }

            JoinOne(records, first, last);
            first = last;
        }

        return hits;
    }

    private int Sort(RecordBytes records)
    {
        var count = 0;
        for (var start = 0; start < records.Length; start += new SplitHitRecord(records.Span[start..]).Size)
        {
            if (count == _starts.Length)
            {
                Array.Resize(ref _starts, count * 2);
            }

            _starts[count++] = start;
        }

        _starts.AsSpan(0, count).Sort((left, right) =>
            SplitHitRecord.Compare(new SplitHitRecord(records.Span[left..]), new SplitHitRecord(records.Span[right..])));
        return count;
    }

    private SplitHitPart Part(RecordBytes records, int rank) => new SplitHitRecord(records.Span[_starts[rank]..]).Part;

    private void JoinOne(RecordBytes records, int first, int last)
    {
        _query.Clear();
        var lowest = Part(records, first);
        var request = new LogRequest
        {
            InstantMs = lowest.LineInstantMs,
            UserAgent = lowest.UserAgent,
            ClientHints = lowest.ClientHints,
        };
        var hasInstant = lowest.LineInstantMs != LogRequest.NoInstant;
        var referrer = ReadOnlySpan<byte>.Empty;
        var distinct = 0;
        var announced = 0;
        var previous = 0;
        for (var rank = first; rank < last; rank++)
        {
            var part = Part(records, rank);
            announced = Math.Max(announced, part.Count);
            if (part.Index == previous)
            {
                // The least of one index stands first; the others are its doubles.
                continue;
            }

            previous = part.Index;
            distinct++;
            request.IsPrefetch |= part.IsPrefetch;
            if (request.UserAgent.IsEmpty)
            {
                request.UserAgent = part.UserAgent;
            }

            if (request.ClientHints.IsEmpty)
            {
                request.ClientHints = part.ClientHints;
            }

            AppendQuery(part.Query, rank > first && hasInstant, ref referrer);
        }

        if (!referrer.IsEmpty)
        {
            _query.Append("ref="u8);
            _query.Append(referrer);
        }

        request.Query = _query.Span;
        _decoder.DecodeJoined(in request, lowest.Position, distinct == announced);
    }

    /// <summary>Adds the parameters of a part. The referrer must stay behind the last part, since it swallows all that follows it.</summary>
    private void AppendQuery(ReadOnlySpan<byte> query, bool withoutInstant, ref ReadOnlySpan<byte> referrer)
    {
        foreach (ref readonly var parameter in _parameters.Split(query))
        {
            var slot = XitiParameter.Find(query, parameter.NameStart, parameter.NameLength);
            if (slot == XitiParameter.Referrer)
            {
                referrer = referrer.IsEmpty ? parameter.WithRestOf(query).ValueIn(query) : referrer;
                break;
            }

            _query.Append(parameter.NameIn(query));
            if (slot == XitiParameter.Instant && withoutInstant)
            {
                // Another part's clock: its name still tells the plan that the tag follows, its value is not this hit's instant.
                _query.Append("=&"u8);
                continue;
            }

            if (parameter.HasEquals)
            {
                _query.Append("="u8);
                _query.Append(parameter.ValueIn(query));
            }

            _query.Append("&"u8);
        }
    }
}
