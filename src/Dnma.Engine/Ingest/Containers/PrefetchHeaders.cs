namespace Dnma.Engine.Ingest.Containers;

/// <summary>Request headers by which a browser says that it fetches ahead of its user (domain §4.4).</summary>
internal static class PrefetchHeaders
{
    /// <summary>True for <c>X-Purpose</c>, <c>Purpose</c>, <c>Sec-Purpose</c> and <c>X-Moz</c>, in any case, with <c>_</c> for <c>-</c>.</summary>
    public static bool IsName(ReadOnlySpan<byte> name) =>
        HeaderName.Equal(name, "x-purpose"u8) || HeaderName.Equal(name, "purpose"u8)
        || HeaderName.Equal(name, "sec-purpose"u8) || HeaderName.Equal(name, "x-moz"u8);

    /// <summary>True for <c>prefetch</c>, also with parameters (<c>prefetch;prerender</c>), <c>prerender</c>, <c>preview</c> and <c>instant</c>.</summary>
    public static bool IsPrefetch(ReadOnlySpan<byte> value)
    {
        var end = value.IndexOfAny((byte)';', (byte)',');
        var token = (end < 0 ? value : value[..end]).Trim(" \t\""u8);
        return HeaderName.Equal(token, "prefetch"u8) || HeaderName.Equal(token, "prerender"u8)
            || HeaderName.Equal(token, "preview"u8) || HeaderName.Equal(token, "instant"u8);
    }
}
