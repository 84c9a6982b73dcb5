namespace Dnma.Engine.Ingest.Formats;

/// <summary>The parameters of the XiTi markers that are read (domain §4.1, §4.2); each is a slot of <see cref="ParameterSlots"/>.</summary>
internal static class XitiParameter
{
    public const int Unknown = NameTable.Unknown;
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

    /// <summary>XiTi's own names, which are exact, and the properties of the ENT, which are accepted in any case, since platforms write them in both.</summary>
    private static readonly NameTable s_names = new(
    [
        new("s", Site), new("s2", Establishment), new("p", Page), new("at", Person), new("ac", Category),
        new("x1", X1), new("x2", X2), new("x3", X3), new("x4", X4), new("idclient", Browser), new("ts", Instant),
        new("vtag", TagVersion), new("clic", Click), new("click", Click), new("mh", Split), new("mherr", SplitError), new("ref", Referrer),
        new("service", Service, InAnyCase: true), new("type", Type, InAnyCase: true), new("outil", Tool, InAnyCase: true), new("uai", Uai, InAnyCase: true),
        new("projet", Project, InAnyCase: true), new("exploitant", Operator, InAnyCase: true), new("plateforme", Platform, InAnyCase: true),
        new("profil", Profile, InAnyCase: true),
    ]);

    /// <summary>The slot of the name that stands in a query; <see cref="Unknown"/> where it is none of these.</summary>
    public static int Find(ReadOnlySpan<byte> query, int start, int length) => s_names.Find(query, start, length);
}
