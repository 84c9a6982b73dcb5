namespace Dnma.Engine.Ingest;

/// <summary>One part of a hit that was too long for one request: <c>mh=index-count-id</c> (domain §4.2). A value of one thread's stack.</summary>
public ref struct SplitHitPart
{
    /// <summary>The site (<c>s</c>).</summary>
    public ReadOnlySpan<byte> Site;

    /// <summary>The browser's id (<c>idclient</c>).</summary>
    public ReadOnlySpan<byte> Client;

    /// <summary>The id that the parts share.</summary>
    public ReadOnlySpan<byte> Id;

    /// <summary>1-based.</summary>
    public int Index;

    /// <summary>How many parts the hit was cut into.</summary>
    public int Count;

    /// <summary>The line's own time, milliseconds UTC; <see cref="long.MinValue"/> where the container has none.</summary>
    public long LineInstantMs;

    /// <summary>The undecoded query string of this part.</summary>
    public ReadOnlySpan<byte> Query;

    /// <summary>The user agent, decoded; empty where the container has none.</summary>
    public ReadOnlySpan<byte> UserAgent;

    /// <summary>As <see cref="LogRequest.ClientHints"/>.</summary>
    public ReadOnlySpan<byte> ClientHints;

    /// <summary>As <see cref="LogRequest.IsPrefetch"/>.</summary>
    public bool IsPrefetch;

    /// <summary>Where the part stands, for the reject of a joined hit that has no instant.</summary>
    public RecordPosition Position;
}
