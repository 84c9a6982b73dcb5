using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>
/// A file that holds what one shard of the visitors came to: counts that are of no use alone, to be merged with those of the other shards
/// (<see cref="AudienceEngine.MergeAsync"/>). Immutable, thread safe.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Shard">Whose visits it counts.</param>
/// <param name="Hits">Accepted hits of this shard's visitors; those of no visitor at all are the first shard's.</param>
/// <param name="HitsOfAllShards">Accepted hits of all visitors.</param>
/// <param name="Visits">Visits of this shard's visitors that start in the measured range.</param>
public sealed record PartialMeasurement(string Path, VisitorShard Shard, long Hits, long HitsOfAllShards, long Visits);
