using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>What the raw texts of what a hit used came to.</summary>
/// <param name="Code">The code of all of them, custom dimensions included.</param>
/// <param name="Hash">A hash of the normal forms; custom dimensions are no part of it.</param>
/// <param name="Flags">What was noticed.</param>
internal readonly record struct EncodedUsage(int Code, ulong Hash, HitFlags Flags);
