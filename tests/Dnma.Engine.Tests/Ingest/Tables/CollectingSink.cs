using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;

namespace Dnma.Engine.Tests.Ingest.Tables;

/// <summary>Remembers all that a decoder hands on.</summary>
internal sealed class CollectingSink(params string[] customNames) : RecordSink
{
    private readonly byte[][] _customNames = [.. customNames.Select(Encoding.UTF8.GetBytes)];

    public List<CollectedHit> Hits { get; } = [];

    public List<(RejectReason Reason, RecordPosition Position, string Sample)> Rejects { get; } = [];

    public IEnumerable<RejectReason> Reasons => Rejects.Select(reject => reject.Reason);

    public override ReadOnlySpan<byte[]> CustomNames => _customNames;

    public override long ClockToleranceMs => 86_400_000;

    public override void Accept(scoped in HitFields hit) => Hits.Add(CollectedHit.Of(hit));

    public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample) =>
        Rejects.Add((reason, position, Encoding.UTF8.GetString(sample)));

    public override void AcceptPart(in SplitHitPart part) => throw new InvalidOperationException("tables have no split hits");

    /// <summary>Decodes a text as one block.</summary>
    public void Decode(RecordLayout layout, string text, bool endsTruncated = false) =>
        layout.CreateDecoder(this).Decode(Block(layout, Encoding.UTF8.GetBytes(text), new RecordPosition(3, 1, 0), endsTruncated));

    public static RecordBlock Block(RecordLayout layout, ReadOnlyMemory<byte> bytes, RecordPosition start, bool endsTruncated = false) =>
        new() { Bytes = bytes, Start = start, Layout = layout, EndsTruncated = endsTruncated };
}
