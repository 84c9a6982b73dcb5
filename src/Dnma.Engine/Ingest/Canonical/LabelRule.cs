using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>Writes the normal form of a raw label; says how many bytes it wrote, 0 for "none", and what it noticed.</summary>
internal delegate int LabelRule(ReadOnlySpan<byte> raw, Span<byte> destination, out HitFlags flags);
