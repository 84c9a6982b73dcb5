using System.Text;

namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// The parameters of Matomo's tracker that are read (domain §4.4); each is a slot of <see cref="ParameterSlots"/>. <c>token_auth</c> is a secret
/// and has none, nor has <c>cip</c>.
/// </summary>
internal static class MatomoParameter
{
    public const int Unknown = -1;
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

    /// <summary>The slot of a name; the three properties of the ENT in any case, Matomo's own names exact.</summary>
    public static int Find(ReadOnlySpan<byte> name)
    {
        switch (name.Length)
        {
            case 2:
                return name.SequenceEqual("ua"u8) ? UserAgent : name.SequenceEqual("ca"u8) ? CustomAction : Unknown;
            case 3:
                return name.SequenceEqual("rec"u8) ? Record
                    : name.SequenceEqual("uid"u8) ? User
                    : name.SequenceEqual("cid"u8) ? ForcedBrowser
                    : name.SequenceEqual("_id"u8) ? Browser
                    : name.SequenceEqual("url"u8) ? Url
                    : name.SequenceEqual("cdt"u8) ? Instant
                    : name.SequenceEqual("e_c"u8) ? EventCategory
                    : name.SequenceEqual("e_a"u8) ? EventAction
                    : Unknown;
            case 4:
                return name.SequenceEqual("ping"u8) ? Ping
                    : name.SequenceEqual("link"u8) ? Link
                    : Ascii.EqualsIgnoreCase(name, "type"u8) ? Type
                    : Unknown;
            case 5:
                return Ascii.EqualsIgnoreCase(name, "outil"u8) ? Tool : Unknown;
            case 6:
                return name.SequenceEqual("idsite"u8) ? Site
                    : name.SequenceEqual("search"u8) ? Search
                    : name.SequenceEqual("uadata"u8) ? ClientHints
                    : Unknown;
            case 7:
                return Ascii.EqualsIgnoreCase(name, "service"u8) ? Service : Unknown;
            case 8:
                return name.SequenceEqual("download"u8) ? Download : Unknown;
            case 11:
                return name.SequenceEqual("action_name"u8) ? Title : Unknown;
            default:
                return Unknown;
        }
    }

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
