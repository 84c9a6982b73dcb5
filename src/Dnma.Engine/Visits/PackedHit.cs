using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;

namespace Dnma.Engine.Visits;

/// <summary>
/// A hit as the core carries it: 32 bytes without references, two to a cache line, so that it is scattered, sorted and spilled as it is.
/// </summary>
internal struct PackedHit
{
    /// <summary>Whom visits are keyed by, as <see cref="VisitorIndex"/> numbers them.</summary>
    public uint Visitor;

    /// <summary>Whom users are counted by.</summary>
    public uint Person;

    /// <summary>A code in <see cref="HitDictionaries.Places"/>.</summary>
    public int Place;

    /// <summary>A code in <see cref="HitDictionaries.Usages"/>; complemented, one in <see cref="HitDictionaries.LabelledUses"/>.</summary>
    public int Use;

    /// <summary>A hash of what tells hits of one visitor and instant apart (<see cref="HitBatch.Content"/>).</summary>
    public ulong Content;

    public const uint CountedBit = 1u << 18;
    public const uint PageViewBit = 1u << 19;
    public const uint DownloadBit = 1u << 20;
    private const int ProfileShift = 13;
    private const int KindShift = 16;
    private const uint AttributeMask = (1u << KindShift) - 1;
    private const int FactsBits = 21;
    private const uint FactsMask = (1u << FactsBits) - 1;

    // The instant, from the first plausible one, above the facts: 42 bits hold all of the plausible range.
    private ulong _instantAndFacts;

    /// <summary>Milliseconds UTC since 1970, in the plausible range (<see cref="HitQualifier"/>).</summary>
    public long InstantMs
    {
        readonly get => (long)(_instantAndFacts >> FactsBits) + HitQualifier.FirstPlausibleMs;
        set => _instantAndFacts = ((ulong)(value - HitQualifier.FirstPlausibleMs) << FactsBits) | (_instantAndFacts & FactsMask);
    }

    /// <summary>Bits 0–12 device traits, 13–15 profile, 16–17 kind, 18 counted, 19 page view, 20 download.</summary>
    public uint Facts
    {
        readonly get => (uint)(_instantAndFacts & FactsMask);
        set => _instantAndFacts = (_instantAndFacts & ~(ulong)FactsMask) | value;
    }

    public readonly DeviceTraits Traits
    {
        get
        {
            var bits = Facts;
            return new DeviceTraits((bits & 7) | ((bits & 0x38) << 1) | ((bits & 0x3C0) << 2) | ((bits & 0x1C00) << 2));
        }
    }

    public readonly Profile Profile => (Profile)((Facts >> ProfileShift) & 7);

    /// <summary>Device traits and profile, as bits: hits that agree in them agree in both.</summary>
    public readonly uint AttributeBits => (uint)(_instantAndFacts & AttributeMask);

    public readonly HitKind Kind => (HitKind)((Facts >> KindShift) & 3);

    public readonly bool IsCounted => (_instantAndFacts & CountedBit) != 0;

    public readonly bool IsPageView => (_instantAndFacts & PageViewBit) != 0;

    public readonly bool IsDownload => (_instantAndFacts & DownloadBit) != 0;

    /// <summary>Whether it is a page, and counted.</summary>
    public readonly bool IsCountedPage => (_instantAndFacts & (CountedBit | (3u << KindShift))) == CountedBit;

    /// <summary>Packs what is known of a hit; every value of the enumerations has room.</summary>
    public static uint PackFacts(DeviceTraits traits, Profile profile, HitKind kind)
    {
        var bits = traits.Bits;
        return (bits & 7) | ((bits >> 1) & 0x38) | ((bits >> 2) & 0x3C0) | ((bits >> 2) & 0x1C00)
            | ((uint)profile << ProfileShift) | ((uint)kind << KindShift);
    }

    /// <summary>How many milliseconds after a hit that is not later this one is.</summary>
    public readonly ulong MsAfter(in PackedHit earlier) => unchecked((_instantAndFacts >> FactsBits) - (earlier._instantAndFacts >> FactsBits));

    /// <summary>Whether this hit is of an earlier instant than another.</summary>
    public readonly bool IsBefore(in PackedHit other) => (_instantAndFacts >> FactsBits) < (other._instantAndFacts >> FactsBits);

    /// <summary>Whether two hits are of one instant.</summary>
    public readonly bool IsAtInstantOf(in PackedHit other) => (_instantAndFacts ^ other._instantAndFacts) <= FactsMask;
}
