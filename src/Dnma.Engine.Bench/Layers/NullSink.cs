using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Canonical;

namespace Dnma.Engine.Bench.Layers;

/// <summary>Takes what is read and does nothing with it.</summary>
internal sealed class NullSink : RecordSink, ICodedSink, IHitConsumer
{
    public override ReadOnlySpan<byte[]> CustomNames => [];

    public override long ClockToleranceMs => 86_400_000;

    public bool NeedsClients => false;

    public long Hits { get; private set; }

    public ulong CodeOf(CodedColumn column, ReadOnlySpan<byte> text) => column == CodedColumn.Kind ? 0 : (ulong)text.Length;

    public override void Accept(scoped in HitFields hit) => Hits++;

    public void Accept(scoped in CodedHit hit) => Hits++;

    public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample)
    {
    }

    public override void AcceptPart(in SplitHitPart part)
    {
    }

    public void Consume(HitBatch batch) => Hits += batch.Count;
}
