using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Canonical;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine;

/// <summary>One worker's way from a full batch to the partitions: qualify, pack, scatter. Not thread safe.</summary>
internal sealed class QualifyingConsumer(HitQualifier qualifier, HitScatter scatter) : IHitConsumer
{
    private byte[] _verdicts = [];

    /// <inheritdoc />
    public void Consume(HitBatch batch)
    {
        if (_verdicts.Length < batch.Count)
        {
            _verdicts = new byte[batch.Capacity];
        }

        qualifier.Qualify(batch, _verdicts);
        scatter.Scatter(batch, _verdicts);
    }
}
