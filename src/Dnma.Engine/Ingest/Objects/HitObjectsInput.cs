using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Sources;

namespace Dnma.Engine.Ingest.Objects;

/// <summary>Hits of the caller's, as the canonical CSV table that they make.</summary>
internal sealed class HitObjectsInput(string name, IAsyncEnumerable<Hit> hits, IReadOnlyList<string> custom) : InputSource(name)
{
    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    public override RawInput Open() => new(Name, new HitStream(Name, hits, custom), leaveOpen: false);
}
