namespace Dnma.Engine.Ingest.Containers;

/// <summary>What a field of a W3C extended log is for.</summary>
internal enum W3cColumn : byte
{
    /// <summary>Not read.</summary>
    Ignored,

    /// <summary><c>date</c>, UTC.</summary>
    Date,

    /// <summary><c>time</c>, UTC.</summary>
    Time,

    /// <summary><c>cs-method</c>.</summary>
    Method,

    /// <summary><c>cs-uri-stem</c>: the path.</summary>
    Stem,

    /// <summary><c>cs-uri-query</c>.</summary>
    Query,

    /// <summary><c>cs-uri</c>: path and query.</summary>
    Uri,

    /// <summary><c>cs(User-Agent)</c>.</summary>
    UserAgent,

    /// <summary><c>cs(Sec-CH-UA-…)</c>.</summary>
    ClientHint,

    /// <summary><c>cs(X-Purpose)</c> and the like.</summary>
    Prefetch,
}
