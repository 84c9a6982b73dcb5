using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>What the raw texts of what a hit used came to.</summary>
/// <param name="Usage">The codes; those of custom dimensions are 0 here.</param>
/// <param name="Code">The code of all of them.</param>
/// <param name="Hash">A hash of the normal forms.</param>
/// <param name="Flags">What was noticed.</param>
internal readonly record struct EncodedUsage(Usage Usage, int Code, ulong Hash, HitFlags Flags);
