namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// The parameters of Matomo's tracker that are read (domain §4.4); each is a slot of <see cref="ParameterSlots"/>. <c>token_auth</c> is a secret
/// and has none, nor has <c>cip</c>.
/// </summary>
internal static class MatomoParameter
{
    public const int Unknown = NameTable.Unknown;
    public const int Site = 0;
    public const int Record = 1;
    public const int User = 2;
    public const int ForcedBrowser = 3;
    public const int Browser = 4;
    public const int Url = 5;
    public const int Title = 6;
    public const int Instant = 7;
    public const int Ping = 8;
    public const int Link = 9;
    public const int Download = 10;
    public const int EventCategory = 11;
    public const int EventAction = 12;
    public const int Search = 13;
    public const int CustomAction = 14;
    public const int UserAgent = 15;
    public const int ClientHints = 16;
    public const int Service = 17;
    public const int Type = 18;
    public const int Tool = 19;

    /// <summary>The first of the slots for what <see cref="MatomoMapping"/> finds in dimensions.</summary>
    public const int FirstDimension = 20;
    public const int DimensionProfile = 20;
    public const int DimensionStructure = 21;
    public const int DimensionHost = 22;
    public const int DimensionService = 23;
    public const int DimensionType = 24;
    public const int DimensionTool = 25;
    public const int DimensionProject = 26;

    /// <summary>How many slots there are.</summary>
    public const int Count = 27;

    /// <summary>Matomo's own names, which are exact, and three properties of the ENT, which are accepted in any case.</summary>
    private static readonly NameTable s_names = new(
    [
        new("idsite", Site), new("rec", Record), new("uid", User), new("cid", ForcedBrowser), new("_id", Browser), new("url", Url),
        new("action_name", Title), new("cdt", Instant), new("ping", Ping), new("link", Link), new("download", Download),
        new("e_c", EventCategory), new("e_a", EventAction), new("search", Search), new("ca", CustomAction), new("ua", UserAgent), new("uadata", ClientHints),
        new("service", Service, InAnyCase: true), new("type", Type, InAnyCase: true), new("outil", Tool, InAnyCase: true),
    ]);

    /// <summary>The slot of the name that stands in a query; <see cref="Unknown"/> where it is none of these.</summary>
    public static int Find(ReadOnlySpan<byte> query, int start, int length) => s_names.Find(query, start, length);

    /// <summary>The number of a custom dimension's name, <c>dimensionN</c> with N from 1 to 999 without leading zero; 0 for any other name.</summary>
    public static int Dimension(ReadOnlySpan<byte> name)
    {
        if (name.Length is < 10 or > 12 || name[9] == (byte)'0' || !name.StartsWith("dimension"u8))
        {
            return 0;
        }

        return HitRequests.TryInteger(name[9..], out var number) ? (int)number : 0;
    }
}
