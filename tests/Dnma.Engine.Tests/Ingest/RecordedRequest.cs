using Dnma.Engine.Ingest;

namespace Dnma.Engine.Tests.Ingest;

internal sealed record RecordedRequest(
    RecordPosition Position,
    long InstantMs,
    string Method,
    string Path,
    string Query,
    string UserAgent,
    string ClientHints,
    bool IsPrefetch,
    string Format,
    string Line);
