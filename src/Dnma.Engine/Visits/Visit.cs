using Dnma.Engine.Hits;

namespace Dnma.Engine.Visits;

/// <summary>One visit, as the sessionizer hands it on. Its attributes are those of its first qualified hit that has one (domain §3).</summary>
internal struct Visit
{
    /// <summary>The local day (day number) in which it starts, and to which it belongs.</summary>
    public int Day;

    /// <summary>The local day of its last hit.</summary>
    public int LastDay;

    /// <summary>Whose it is: the person of its first hit, as <see cref="VisitorIndex"/> numbers them.</summary>
    public uint Person;

    /// <summary>Establishment, project, platform, and operator and collectivity where these are kept.</summary>
    public Place Place;

    /// <summary>The code of <see cref="Place"/> in <see cref="HitDictionaries.Places"/>; −1 where hits of several places make it up.</summary>
    public int PlaceCode;

    public Profile Profile;

    public DeviceTraits Traits;

    public long Hits;

    public long PageViews;

    /// <summary>Qualified hits but pings.</summary>
    public long Actions;

    /// <summary>By the norm's rule, milliseconds.</summary>
    public long DurationMs;

    public bool IsTimed;

    public bool IsBounce;

    public bool IsFlash;
}
