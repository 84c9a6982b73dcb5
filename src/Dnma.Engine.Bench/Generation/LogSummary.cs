namespace Dnma.Engine.Bench.Generation;

/// <summary>What a generated log holds.</summary>
/// <param name="Hits">Its hits, duplicates included.</param>
/// <param name="Bytes">Its bytes before compression.</param>
/// <param name="PeakInFlight">The most outings that were in flight at once.</param>
/// <param name="Rejects">Its records to be rejected, by reason.</param>
internal sealed record LogSummary(long Hits, long Bytes, int PeakInFlight, SortedDictionary<string, long> Rejects);
