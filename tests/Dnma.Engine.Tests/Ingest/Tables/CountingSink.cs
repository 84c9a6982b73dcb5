using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;

namespace Dnma.Engine.Tests.Ingest.Tables;

/// <summary>Counts hits and rejects, and keeps nothing.</summary>
internal sealed class CountingSink : RecordSink
{
    private static readonly byte[][] Names = ["classe"u8.ToArray()];

    public long Accepted { get; private set; }

    public long Rejected { get; private set; }

    public override ReadOnlySpan<byte[]> CustomNames => Names;

    public override long ClockToleranceMs => 0;

    public override void Accept(scoped in HitFields hit) => Accepted++;

    public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample) => Rejected++;

    public override void AcceptPart(in SplitHitPart part) => throw new InvalidOperationException("tables have no split hits");
}
