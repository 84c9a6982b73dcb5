using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Objects;

/// <summary>What a table of hits held. Immutable, thread safe.</summary>
/// <param name="Hits">The hits, in the order of the lines.</param>
/// <param name="Rejected">How many records are no hits.</param>
/// <param name="FirstReason">Why the first of them is none; null where all are.</param>
/// <param name="FirstLine">Its line, counted from 1, a header included; 0 where all are hits.</param>
public sealed record HitReading(IReadOnlyList<Hit> Hits, long Rejected, RejectReason? FirstReason, long FirstLine);
