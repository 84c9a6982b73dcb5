namespace Dnma.Engine.Ingest.Formats;

/// <summary>The parameters of the XiTi markers that are read (domain §4.1, §4.2); each is a slot of <see cref="ParameterSlots"/>.</summary>
internal static class XitiParameter
{
    public const int Unknown = -1;
    public const int Site = 0;
    public const int Establishment = 1;
    public const int Page = 2;
    public const int Person = 3;
    public const int Category = 4;
    public const int X1 = 5;
    public const int X2 = 6;
    public const int X3 = 7;
    public const int X4 = 8;
    public const int Browser = 9;
    public const int Instant = 10;
    public const int TagVersion = 11;
    public const int Click = 12;
    public const int Split = 13;
    public const int SplitError = 14;
    public const int Service = 15;
    public const int Type = 16;
    public const int Tool = 17;
    public const int Uai = 18;
    public const int Project = 19;
    public const int Operator = 20;
    public const int Platform = 21;
    public const int Profile = 22;
    public const int Referrer = 23;

    /// <summary>How many slots there are.</summary>
    public const int Count = 24;

    /// <summary>
    /// The slot of a name. XiTi's own names are exact; the properties of the ENT are accepted in any case, since platforms write them in both.
    /// </summary>
    public static int Find(ReadOnlySpan<byte> name)
    {
        switch (name.Length)
        {
            case 1:
                return name[0] == (byte)'s' ? Site : name[0] == (byte)'p' ? Page : Unknown;
            case 2:
                return Find(name[0], name[1]);
            case 3:
                return name.SequenceEqual("ref"u8) ? Referrer : Is(name, "uai"u8) ? Uai : Unknown;
            case 4:
                return name.SequenceEqual("vtag"u8) ? TagVersion
                    : Is(name, "type"u8) ? Type
                    : name.SequenceEqual("clic"u8) ? Click
                    : Unknown;
            case 5:
                return Is(name, "outil"u8) ? Tool
                    : name.SequenceEqual("click"u8) ? Click
                    : name.SequenceEqual("mherr"u8) ? SplitError
                    : Unknown;
            case 6:
                return Is(name, "profil"u8) ? Profile : Is(name, "projet"u8) ? Project : Unknown;
            case 7:
                return Is(name, "service"u8) ? Service : Unknown;
            case 8:
                return name.SequenceEqual("idclient"u8) ? Browser : Unknown;
            case 10:
                return Is(name, "exploitant"u8) ? Operator : Is(name, "plateforme"u8) ? Platform : Unknown;
            default:
                return Unknown;
        }
    }

    private static int Find(byte first, byte second) => (first, second) switch
    {
        ((byte)'s', (byte)'2') => Establishment,
        ((byte)'a', (byte)'t') => Person,
        ((byte)'a', (byte)'c') => Category,
        ((byte)'x', (byte)'1') => X1,
        ((byte)'x', (byte)'2') => X2,
        ((byte)'x', (byte)'3') => X3,
        ((byte)'x', (byte)'4') => X4,
        ((byte)'t', (byte)'s') => Instant,
        ((byte)'m', (byte)'h') => Split,
        _ => Unknown,
    };

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> property) =>
        (name[0] | 0x20) == property[0] && System.Text.Ascii.EqualsIgnoreCase(name, property);
}
