using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Formats;

namespace Dnma.Engine.Tests.Ingest.Formats;

/// <summary>A sink that remembers what it was given; parts of split hits go to a store where one is given.</summary>
internal sealed class CapturingSink(SplitHitStore? parts = null, params string[] customNames) : RecordSink
{
    private readonly byte[][] _customNames = Array.ConvertAll(customNames, Encoding.UTF8.GetBytes);

    public const long Day = 86_400_000;

    public List<CapturedHit> Hits { get; } = [];

    public List<(RejectReason Reason, RecordPosition Position, string Sample)> Rejects { get; } = [];

    public List<(string Site, string Client, string Id, int Index, int Count, long Instant, string Query)> Parts { get; } = [];

    public override ReadOnlySpan<byte[]> CustomNames => _customNames;

    public override long ClockToleranceMs => Day;

    /// <summary>The one hit there is; nothing else may have come.</summary>
    public CapturedHit Hit
    {
        get
        {
            Assert.Empty(Rejects);
            Assert.Empty(Parts);
            return Assert.Single(Hits);
        }
    }

    /// <summary>The reason of the one reject there is; nothing else may have come.</summary>
    public RejectReason Reason
    {
        get
        {
            Assert.Empty(Hits);
            Assert.Empty(Parts);
            return Assert.Single(Rejects).Reason;
        }
    }

    public override void Accept(scoped in HitFields hit) => Hits.Add(CapturedHit.Of(in hit));

    public override void Reject(RejectReason reason, in RecordPosition position, ReadOnlySpan<byte> sample) =>
        Rejects.Add((reason, position, Encoding.UTF8.GetString(sample)));

    public override void AcceptPart(in SplitHitPart part)
    {
        if (parts is not null)
        {
            parts.Add(in part);
            return;
        }

        Parts.Add((
            Encoding.UTF8.GetString(part.Site),
            Encoding.UTF8.GetString(part.Client),
            Encoding.UTF8.GetString(part.Id),
            part.Index,
            part.Count,
            part.LineInstantMs,
            Encoding.UTF8.GetString(part.Query)));
    }
}
