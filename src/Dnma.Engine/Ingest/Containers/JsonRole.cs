namespace Dnma.Engine.Ingest.Containers;

/// <summary>What a field of a JSON log is for.</summary>
internal enum JsonRole : byte
{
    /// <summary>Not read.</summary>
    Ignored,

    /// <summary>The time.</summary>
    Time,

    /// <summary>The request line as a string (nginx), or the request as an object (Caddy).</summary>
    Request,

    /// <summary>The target: path and, perhaps, query.</summary>
    Target,

    /// <summary>The query string by itself.</summary>
    Query,

    /// <summary>The method.</summary>
    Method,

    /// <summary>The user agent.</summary>
    UserAgent,

    /// <summary>A client hint; the field's name, without prefix, is the header's.</summary>
    ClientHint,

    /// <summary>A header that may say prefetch.</summary>
    Prefetch,
}
