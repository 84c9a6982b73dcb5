using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>What the raw texts of where a hit belongs came to.</summary>
/// <param name="Place">The place's code.</param>
/// <param name="Project">The project's code.</param>
/// <param name="Collectivity">The collectivity's code.</param>
/// <param name="Hash">A hash of the normal forms of all of them, the operator's included.</param>
/// <param name="Flags">What was noticed.</param>
internal readonly record struct EncodedPlace(int Place, int Project, int Collectivity, ulong Hash, HitFlags Flags);
