namespace Dnma.Engine.Ingest;

/// <summary>What a log container's line tells of the request that carried a hit. Spans are valid during the call only. A value of one thread's stack.</summary>
public ref struct LogRequest
{
    /// <summary>Stands in <see cref="InstantMs"/> where the container has no time.</summary>
    public const long NoInstant = long.MinValue;

    /// <summary>The line's own time, milliseconds UTC since 1970, or <see cref="NoInstant"/>.</summary>
    public long InstantMs;

    /// <summary>The method, for example <c>GET</c>; empty where the container has none (then it counts as GET).</summary>
    public ReadOnlySpan<byte> Method;

    /// <summary>The path without query, undecoded; empty for a bare query string.</summary>
    public ReadOnlySpan<byte> Path;

    /// <summary>The query string without its question mark, undecoded.</summary>
    public ReadOnlySpan<byte> Query;

    /// <summary>The user agent, decoded as the container demands.</summary>
    public ReadOnlySpan<byte> UserAgent;

    /// <summary>Client hints, where the container logs them: lines <c>Name: value</c>.</summary>
    public ReadOnlySpan<byte> ClientHints;

    /// <summary>True when a logged request header says that this is a prefetch.</summary>
    public bool IsPrefetch;
}
