namespace Dnma.Engine.Tests.Agreement;

/// <summary>Fields that break readers, keys or orders, with what they mean. Those that stand more than once are drawn more often.</summary>
internal static class HostileWords
{
    private static readonly Spelled Blank = Spelled.None;

    /// <summary>"～" stands before "😀" as UTF-8 and behind it as UTF-16.</summary>
    private static readonly Spelled Tilde = Spelled.Plain("～"), Smile = Spelled.Plain("😀");

    public static readonly Spelled[] Visitors =
    [
        Spelled.Plain("a"), Spelled.Plain("a"), Spelled.Plain("a"), Spelled.Plain("a"), Spelled.Plain("b"), Spelled.Plain("b"), Spelled.Plain("b"),
        new(" a ", "a"), Spelled.Plain("A"), Spelled.Plain("o'\"é,;"), Blank, new("  ", ""),
        new("OPT-OUT", "opt-out"), new("consent-no", "opt-out"), new("x-NO", "opt-out"), new(" Opt-Out ", "opt-out"), Spelled.Plain("x-no"),
    ];

    public static readonly Spelled[] Clients =
    [
        Blank, Blank, Blank, Spelled.Plain("pc"), Spelled.Plain("pc"), Spelled.Plain("pc"), Spelled.Plain("phone"), Spelled.Plain("a"), new(" pc", "pc"),
        new("Consent-NO", "opt-out"),
    ];

    public static readonly Spelled[] Uais =
    [
        Blank, Blank, Spelled.Plain("0220158C"), Spelled.Plain("0220158C"), new(" 0220158c ", "0220158C"), Spelled.Plain("0010024W"), Spelled.Plain("0450822X"),
        Spelled.Plain("6200001A"), Spelled.Plain("7200001A"), Spelled.Plain("9740001A"), Spelled.Plain("0990001A"), Spelled.Plain("0750001O"),
        new("0220158", ""), new("0220158CC", ""), new("O220158C", ""), new("０２２０１５８C", ""), new("collège; \"Anna\", 1", ""),
    ];

    public static readonly Spelled[] Profiles =
    [
        Blank, Blank, Spelled.Plain("eleve"), new("ELEVE", "eleve"), new("Élève", "eleve"), new("Student", "eleve"), new("1", "eleve"), new("PARENT", "parent"),
        new("3", "parent"), new("Relative", "parent"), new("ENSEIGNANT", "enseignant"), new("Admin_Vie_Scol_Tech", "admin_vie_scol_tech"), new("AUTRE", "autre"),
        new("7", "collectivite"), new("5", ""), new("Directeur", ""), new("inconnu", ""),
    ];

    public static readonly Spelled[] Services =
    [
        Blank, Blank, Blank, Spelled.Plain("notes"), new("NOTES", "notes"), new("3", "notes"), new(" Notes ", "notes"), new("CAHIER_TEXTES", "cahier_textes"),
        new("9", "cahier_textes"), new("Travail_Collaboratif", "production_collaborative"), new("Page_ENT", "page_ent"), new("8", "8"), new("inconnu", ""),
        new("Cantine; \"Menu\", N° 2", "cantine; \"menu\", n° 2"), new("ÉTÉ", "été"), Tilde, Smile, Spelled.Plain("=1+1"), new("total", "total"),
    ];

    public static readonly Spelled[] Types =
    [
        Blank, Blank, new("NATIF", "natif"), Spelled.Plain("natif"), new("TIERS", "tiers"), new(" Tiers ", "tiers"), new("Mixte", "mixte"), new("Inconnu", ""),
    ];

    public static readonly Spelled[] Tools = [Blank, Blank, Blank, new("MOODLE", "moodle"), new("Moodle", "moodle"), new("BBB", "bbb"), new("a\"b,C;d", "a\"b,c;d")];

    /// <summary>Labels whose case is kept, one of them the test site's.</summary>
    public static readonly Spelled[] Projects =
    [
        Blank, Blank, Blank, Spelled.Plain("P"), Spelled.Plain("P"), Spelled.Plain("p"), new(" P ", "P"), Spelled.Plain("1"), Spelled.Plain("Mon, \"projet\"; n° 1"),
        new("inconnu", ""), Smile, Tilde,
    ];

    public static readonly Spelled[] Platforms = [Blank, Blank, Spelled.Plain("K"), Spelled.Plain("K"), Spelled.Plain("k"), Spelled.Plain("=1+1,2"), Smile, Tilde, new("inconnu", "")];

    public static readonly Spelled[] Operators = [Blank, Blank, Blank, Spelled.Plain("O"), Spelled.Plain("o")];

    public static readonly Spelled[] Collectivities =
    [
        Blank, Blank, Blank, Spelled.Plain("1"), Spelled.Plain("1"), Spelled.Plain("P"), Spelled.Plain("365203"), new(" 365203 ", "365203"), Spelled.Plain("3652030"),
    ];

    public static readonly Spelled[] Kinds =
    [
        new("", "page"), new("", "page"), Spelled.Plain("page"), new("PAGE", "page"), new("Page", "page"), Spelled.Plain("click"), new("Click", "click"),
        new("CLICK", "click"), Spelled.Plain("event"), new("download", "event"), Spelled.Plain("ping"), new("PING", "ping"), Spelled.Plain("ping"),
    ];

    public static readonly Spelled[] Pages = [Blank, Blank, Spelled.Plain("/p"), Spelled.Plain("/q"), Spelled.Plain("a::b, \"c\"; d"), Smile, Tilde];

    public static readonly Spelled[] Devices =
    [
        Blank, Blank, Blank, new("0", "ordinateur"), new("Desktop", "ordinateur"), new("ORDINATEUR", "ordinateur"), new("smartphone", "smartphone"), new("10", "smartphone"),
        new("Tablet", "tablette"), new("TV", "autreappareil tv"), new("smart speaker", "autreappareil speaker"), new("11", "autreappareil speaker"),
        new("camera", "autreappareil"), new("inconnu", ""), new("banana", ""),
    ];

    public static readonly Spelled[] Systems = [Blank, Blank, new("WIN", "windows"), new("Windows 10", "windows"), new("iOS", "ios"), new("Haiku", "autreos"), new("unknown", "")];

    public static readonly Spelled[] Browsers = [Blank, Blank, new("CH", "chrome"), new("Firefox 99.1", "firefox"), new("Lynx", "autrenavigateur"), new("inconnu", "")];

    public static readonly HostileAgent[] Agents =
    [
        HostileAgent.None, HostileAgent.None, HostileAgent.None, HostileAgent.None, HostileAgent.None, HostileAgent.None,
        new("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36", "ordinateur", "windows", "chrome"),
        new("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:125.0) Gecko/20100101 Firefox/125.0", "ordinateur", "windows", "firefox"),
        new("Mozilla/5.0 (iPhone; CPU iPhone OS 17_4_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4.1 Mobile/15E148 Safari/604.1", "smartphone", "ios", "safari"),
        new("Echo/1.0(APNG)", "autreappareil", "", "", "speaker"),
        new("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", Flag: "robot"),
    ];
}
