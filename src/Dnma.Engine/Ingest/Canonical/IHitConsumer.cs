using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>Takes full batches. One for each worker; not thread safe.</summary>
internal interface IHitConsumer
{
    /// <summary>Takes a batch, which is emptied and filled again afterwards.</summary>
    void Consume(HitBatch batch);
}
