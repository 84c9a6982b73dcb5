using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Visits;

/// <summary>Scatters the hits of a batch by visitor, but for those that were dropped. One for each worker.</summary>
internal sealed class HitScatter(HitPacker packer, SortedPartitions<PackedHit, HitOrder>.Writer writer, SampleTally? tally = null)
{
    public void Scatter(HitBatch batch, ReadOnlySpan<byte> verdicts)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (verdicts[i] != HitQualifier.Dropped)
            {
                writer.Add(packer.Pack(batch, i, verdicts[i] == HitQualifier.Counted));
                tally?.Add(batch.Person[i]);
            }
        }
    }
}
