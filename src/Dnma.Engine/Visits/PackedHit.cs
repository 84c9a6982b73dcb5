using Dnma.Engine.Hits;

namespace Dnma.Engine.Visits;

/// <summary>
/// A hit as the core carries it: 56 bytes without references, so that it is sorted and spilled as it is. <see cref="Visitor"/> is whom
/// visits are keyed by; <see cref="Person"/> is whom users are counted by.
/// </summary>
internal struct PackedHit
{
    public ulong VisitorLow;
    public ulong PersonLow;
    public long InstantMs;
    public ulong Content;
    public uint VisitorHigh;
    public uint PersonHigh;
    public int Place;
    public int Usage;
    public int Label;

    /// <summary>Bits 0–15 device traits, 16–19 profile, 20–21 kind, 22 counted, 23 page view, 24 download.</summary>
    public uint Facts;

    private const int ProfileShift = 16;
    private const int KindShift = 20;
    public const uint CountedBit = 1u << 22;
    public const uint PageViewBit = 1u << 23;
    public const uint DownloadBit = 1u << 24;

    public readonly Pseudonym Visitor => new(VisitorLow, VisitorHigh);

    public readonly Pseudonym Person => new(PersonLow, PersonHigh);

    public readonly DeviceTraits Traits => new(Facts & 0xFFFF);

    public readonly Profile Profile => (Profile)((Facts >> ProfileShift) & 15);

    public readonly HitKind Kind => (HitKind)((Facts >> KindShift) & 3);

    public readonly bool IsCounted => (Facts & CountedBit) != 0;

    public readonly bool IsPageView => (Facts & PageViewBit) != 0;

    public readonly bool IsDownload => (Facts & DownloadBit) != 0;

    public static uint PackFacts(DeviceTraits traits, Profile profile, HitKind kind) =>
        (traits.Bits & 0xFFFF) | ((uint)profile << ProfileShift) | ((uint)kind << KindShift);
}
