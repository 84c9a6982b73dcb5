namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>The shares: how visits divide over the modalities of a dimension. Thread safe.</summary>
public static class ShareIndicators
{
    /// <summary>Phones and tablets among the visits whose device is known.</summary>
    public static ShareIndicator MobileShare { get; } =
        new(Dimension.Device, IsKnown, modality => modality is "smartphone" or "tablette", Dimension.Device, IsKnown)
        {
            Code = "mobile_share",
            FrenchName = "part du mobile",
            EnglishName = "mobile share",
            Meaning = "(Smartphone + tablette) ÷ visits with a known device; the coverage is their share of all visits.",
            Unit = "1",
            Source = "engine decision: coverage is published beside the share (domain §3)",
        };

    /// <summary>Each device class among the visits whose device is known.</summary>
    public static ShareIndicator DeviceShare { get; } = new(Dimension.Device, IsKnown, null, Dimension.Device, IsKnown)
    {
        Code = "device_share",
        FrenchName = "répartition par équipement",
        EnglishName = "device shares",
        Meaning = "Visits of a device class ÷ visits with a known device; the coverage is their share of all visits.",
        Unit = "1",
        Source = "engine decision: the denominator of the mobile share (domain §3)",
    };

    /// <summary>Each profile among all visits.</summary>
    public static ShareIndicator ProfileShare { get; } = new(Dimension.Profile, Everything, null, Dimension.Profile, IsKnown)
    {
        Code = "profile_share",
        FrenchName = "répartition par profil",
        EnglishName = "profile shares",
        Meaning = "Visits of a profile ÷ all visits, inconnu being one of the profiles; the coverage is the known profiles' share.",
        Unit = "1",
        Source = "published shares divide by the total (domain §2)",
    };

    /// <summary>Each published service among the visits of the published services.</summary>
    public static ShareIndicator ServiceShare { get; } =
        new(Dimension.Service, PublishedServices.Contains, null, Dimension.Service, PublishedServices.Contains)
        {
            Code = "service_share",
            FrenchName = "répartition par service",
            EnglishName = "service shares",
            Meaning = "Visits of a service ÷ sum of the visits of the 25 published services, a visit counting once in each that it used; "
                + "page_ent, inconnu and unknown labels have no share, and the coverage is what is left of the sum over every label.",
            Unit = "1",
            Source = "engine decision: shares of the published services sum to 100 % (domain §3)",
        };

    /// <summary>Each kind of connected object among all visits.</summary>
    public static ShareIndicator ConnectedObjectShare { get; } = new(Dimension.ConnectedObject, Everything, null, Dimension.Device, IsKnown)
    {
        Code = "connected_object_share",
        FrenchName = "répartition par objet connecté",
        EnglishName = "connected object shares",
        Meaning = "Visits from a kind of connected object ÷ all visits, aucun (none, or not known) being one of the kinds; "
            + "the coverage is the share of visits with a known device, and has no value where devices were not measured.",
        Unit = "1",
        Source = "the study of December 2022 asks for connected objects; the denominator is an engine decision (domain §1)",
    };

    /// <summary>The shares, by code.</summary>
    public static IReadOnlyList<ShareIndicator> All { get; } =
        [ConnectedObjectShare, DeviceShare, MobileShare, ProfileShare, ServiceShare];

    private static bool Everything(string modality) => true;

    private static bool IsKnown(string modality) => modality != IndicatorCodes.Unknown;
}
