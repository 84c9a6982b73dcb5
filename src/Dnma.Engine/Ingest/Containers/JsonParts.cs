namespace Dnma.Engine.Ingest.Containers;

/// <summary>What was found on a JSON log's line so far, each with the rank of the field that it comes from.</summary>
internal ref struct JsonParts
{
    /// <summary>The rank of what was not found.</summary>
    private const int None = int.MaxValue;

    private int _timeRank = None, _targetRank = None, _queryRank = None, _methodRank = None, _userAgentRank = None;

    /// <summary>Nothing found.</summary>
    public JsonParts()
    {
    }

    /// <summary>The time's text.</summary>
    public ReadOnlySpan<byte> Time;

    /// <summary>The target.</summary>
    public ReadOnlySpan<byte> Target;

    /// <summary>The query string, where a field of its own gives it.</summary>
    public ReadOnlySpan<byte> Query;

    /// <summary>The request line.</summary>
    public ReadOnlySpan<byte> RequestLine;

    /// <summary>The method.</summary>
    public ReadOnlySpan<byte> Method;

    /// <summary>The user agent.</summary>
    public ReadOnlySpan<byte> UserAgent;

    /// <summary>The client hints, as lines.</summary>
    public ReadOnlySpan<byte> ClientHints;

    /// <summary>True when a header said prefetch.</summary>
    public bool IsPrefetch;

    /// <summary>True once the request was given, as a line or as an object.</summary>
    public bool HasRequest;

    /// <summary>Takes a field's value, unless one of a lower or the same rank is there.</summary>
    public void Take(JsonRole role, int rank, ReadOnlySpan<byte> header, ReadOnlySpan<byte> value, LineScratch scratch)
    {
        switch (role)
        {
            case JsonRole.Time:
                Keep(ref Time, ref _timeRank, value, rank);
                break;
            case JsonRole.Target:
                Keep(ref Target, ref _targetRank, value, rank);
                break;
            case JsonRole.Query:
                Keep(ref Query, ref _queryRank, value, rank);
                break;
            case JsonRole.Method:
                Keep(ref Method, ref _methodRank, value, rank);
                break;
            case JsonRole.UserAgent:
                Keep(ref UserAgent, ref _userAgentRank, value, rank);
                break;
            case JsonRole.Request when !HasRequest:
                RequestLine = value;
                HasRequest = true;
                break;
            case JsonRole.ClientHint when !value.IsEmpty && !(value is [(byte)'-']):
                ClientHints = HeaderName.AddHint(scratch, ClientHints, header, value);
                break;
            case JsonRole.Prefetch:
                IsPrefetch |= PrefetchHeaders.IsPrefetch(value);
                break;
        }
    }

    private static void Keep(ref ReadOnlySpan<byte> kept, ref int keptRank, ReadOnlySpan<byte> value, int rank)
    {
        if (rank < keptRank)
        {
            kept = value is [(byte)'-'] ? default : value;
            keptRank = rank;
        }
    }
}
