using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>What all fields of a hit but the person came to.</summary>
internal struct EncodedHit
{
    public long InstantMs;
    public EncodedPlace Place;
    public EncodedUsage Usage;
    public EncodedDevice Device;
    public EncodedLabel Profile;
    public EncodedLabel Label;

    /// <summary>Hashes of the browser's id and of the page.</summary>
    public ulong Client;
    public ulong Page;

    public HitKind Kind;
    public HitFlags Flags;
    public ClockOffset ClockOffset;
}
