using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>What a raw label came to.</summary>
/// <param name="Code">Its code in its column's dictionary (a profile: the profile itself).</param>
/// <param name="Hash">The normal form's hash; 0 for none.</param>
/// <param name="Flags">What was noticed.</param>
internal readonly record struct EncodedLabel(int Code, ulong Hash, HitFlags Flags);
