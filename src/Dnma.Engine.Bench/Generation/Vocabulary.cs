using Dnma.Engine.Hits;

namespace Dnma.Engine.Bench.Generation;

/// <summary>The words of the hits (domain §4) and how often each is used.</summary>
internal static class Vocabulary
{
    /// <summary>How many pages each service has.</summary>
    public const int PagesPerService = 8;

    /// <summary>The service on which a visit mostly begins.</summary>
    public const short PageEnt = 0;

    /// <summary>
    /// The services: tag, number of the 2012 guide (empty where it had none), uses in ten-thousandths of what is not PAGE_ENT, third-party tool. School life
    /// (services_vie_scolaire, gestion_temps, absences, notes) makes 31 %, e-mail 22 %, homework diary 19 %, the rest 28 % (domain §1).
    /// </summary>
    public static readonly ServiceWord[] Services =
    [
        new("PAGE_ENT", "", 0, 0),
        new("SERVICES_VIE_SCOLAIRE", "5", 2000, 0),
        new("ABSENCES", "4", 400, 0),
        new("NOTES", "3", 500, 0),
        new("GESTION_TEMPS", "7", 200, 0),
        new("COURRIER_ELECTRONIQUE", "10", 2200, 2),
        new("CAHIER_TEXTES", "9", 1900, 0),
        new("ACCUEIL", "", 450, 0),
        new("ACTUALITES", "11", 400, 0),
        new("PRODUCTION_COLLABORATIVE", "2", 350, 1),
        new("MESSAGERIE_INSTANTANEE", "", 300, 0),
        new("STOCKAGE_PARTAGE", "1", 250, 3),
        new("CAHIER_LIAISON", "", 200, 0),
        new("MANUEL_NUMERIQUE", "", 150, 0),
        new("VISIOCONFERENCE", "19", 100, 4),
        new("GESTION_COMPETENCES", "6", 100, 0),
        new("PARCOURS_PEDAGOGIQUE", "17", 90, 1),
        new("DOCUMENTATION_CDI", "15", 80, 7),
        new("RESSOURCE_DOCUMENTAIRE", "13", 60, 0),
        new("RESSOURCE_PRODUCTION", "", 60, 6),
        new("RESSOURCE_MULTIMEDIA", "", 50, 0),
        new("RESERVATION_SALLES_MATERIELS", "12", 40, 0),
        new("RESSOURCE_ORIENTATION", "16", 40, 0),
        new("RESSOURCE_ACCOMPAGNEMENT_ENTRAINEMENT", "", 30, 5),
        new("SERVICE_COLLECTIVITE", "18", 20, 0),
        new("RESSOURCE_REFERENCE_DICTIONNAIRE", "", 10, 0),
        new("BRIQUE_LOCALE", "", 20, 0),
    ];

    /// <summary>Third-party tools (domain §4.2); 0 is none.</summary>
    public static readonly byte[][] Tools =
    [
        [], "MOODLE"u8.ToArray(), "ZIMBRA"u8.ToArray(), "NEXTCLOUD"u8.ToArray(), "BBB"u8.ToArray(), "JUPYTER"u8.ToArray(), "SCRATCH"u8.ToArray(), "PMB"u8.ToArray(),
    ];

    /// <summary>How a type is tagged: none, NATIF, TIERS.</summary>
    public static readonly byte[][] Types = [[], "NATIF"u8.ToArray(), "TIERS"u8.ToArray()];

    /// <summary>How a profile is tagged (PROFIL), by <see cref="Profile"/>.</summary>
    public static readonly byte[][] ProfileTags =
    [
        [], "ELEVE"u8.ToArray(), "ENSEIGNANT"u8.ToArray(), "PARENT"u8.ToArray(), "ADMIN_VIE_SCOL_TECH"u8.ToArray(), "AUTRE"u8.ToArray(), "COLLECTIVITE"u8.ToArray(),
    ];

    /// <summary>The profile's number (<c>ac</c>, <c>x2</c>; domain §4.1), by <see cref="Profile"/>.</summary>
    public static readonly byte[][] ProfileNumbers = [[], "1"u8.ToArray(), "2"u8.ToArray(), "3"u8.ToArray(), "4"u8.ToArray(), "6"u8.ToArray(), "7"u8.ToArray()];

    /// <summary>Matomo's word for a profile (domain §4.4), by <see cref="Profile"/>; local authorities have none.</summary>
    public static readonly byte[][] ProfileDimensions =
        [[], "Student"u8.ToArray(), "Teacher"u8.ToArray(), "Relative"u8.ToArray(), "Personnel"u8.ToArray(), "Guest"u8.ToArray(), []];

    /// <summary>Page labels, <c>chapter::page</c>, by service × <see cref="PagesPerService"/> + page.</summary>
    public static readonly byte[][] PageLabels =
        [.. Services.SelectMany(s => Enumerable.Range(0, PagesPerService).Select(p => Ascii($"{s.Tag}::page-{p}")))];

    private static readonly short[] ServiceDraw = DrawTable();

    /// <summary>A service other than PAGE_ENT, as often as it is used.</summary>
    public static short DrawService(ref SplitMix64 random) => ServiceDraw[random.Below(ServiceDraw.Length)];

    /// <summary>The page's label; empty where the hit has no service.</summary>
    public static ReadOnlySpan<byte> PageLabel(in GeneratedHit hit) => hit.Service < 0 ? default : PageLabels[(hit.Service * PagesPerService) + hit.Page];

    /// <summary>The service's tag; empty where the hit has none.</summary>
    public static ReadOnlySpan<byte> ServiceTag(in GeneratedHit hit) => hit.Service < 0 ? default : Services[hit.Service].TagBytes;

    internal static byte[] Ascii(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static short[] DrawTable() =>
        [.. Services.SelectMany((service, index) => Enumerable.Repeat((short)index, service.TenThousandths))];
}
