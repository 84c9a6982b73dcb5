using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Detection;

/// <summary>The sink of a sample: counts what containers refuse, and takes nothing.</summary>
internal sealed class TallySink(RequestTally tally) : RecordSink
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte[]> CustomNames => [];

    /// <inheritdoc/>
    public override long ClockToleranceMs => 0;

    /// <inheritdoc/>
    public override void Accept(scoped in HitFields hit)
    {
    }

    /// <inheritdoc/>
    public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample) => tally.Refuse(reason);

    /// <inheritdoc/>
    public override void AcceptPart(in SplitHitPart part)
    {
    }
}
