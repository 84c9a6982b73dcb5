using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Canonical;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>One worker's way from a full batch to the partitions: leave out other shards, qualify, pack, scatter. Not thread safe.</summary>
internal sealed class QualifyingConsumer(ShardFilter? shard, HitQualifier qualifier, HitScatter scatter) : IHitConsumer
{
    private byte[] _verdicts = [];

    /// <inheritdoc />
    public void Consume(HitBatch batch)
    {
        // What was encoded is the same in every shard; all that is counted from here on adds up over them.
        shard?.Keep(batch);
        if (_verdicts.Length < batch.Count)
        {
            _verdicts = new byte[batch.Capacity];
        }

        qualifier.Qualify(batch, _verdicts);
        scatter.Scatter(batch, _verdicts);
    }
}
