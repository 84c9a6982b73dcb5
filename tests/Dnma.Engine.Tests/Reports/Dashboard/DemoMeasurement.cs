using Dnma.Engine.Indicators;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>
/// A made-up September 2022 with every block of the page in it: its figures are arbitrary but obey the conservation laws where a page
/// would show that they did not.
/// </summary>
internal static class DemoMeasurement
{
    private static readonly DateOnly First = new(2022, 9, 1);

    private static readonly (string Code, long Weight)[] Profiles =
        [("eleve", 402), ("parent", 355), ("enseignant", 181), ("admin_vie_scol_tech", 30), ("autre", 4), ("inconnu", 28)];

    private static readonly (string Code, long[] Weights)[] DevicesOfProfile =
    [
        ("eleve", [430, 520, 19, 2, 29]), ("parent", [110, 492, 3, 1, 394]), ("enseignant", [730, 210, 20, 1, 39]),
        ("admin_vie_scol_tech", [880, 90, 5, 0, 25]), ("autre", [500, 400, 50, 0, 50]), ("inconnu", [300, 300, 0, 0, 400]),
    ];

    private static readonly string[] Devices = ["ordinateur", "smartphone", "tablette", "autreappareil", "inconnu"];

    private static readonly (string Code, long Weight)[] Services =
    [
        ("courrier_electronique", 305), ("services_vie_scolaire", 304), ("cahier_textes", 99), ("production_collaborative", 73), ("actualites", 61),
        ("stockage_partage", 48), ("accueil", 44), ("absences", 31), ("gestion_competences", 22), ("ressource_documentaire", 19), ("parcours_pedagogique", 17),
        ("visioconference", 12), ("manuel_numerique", 11), ("ressource_orientation", 8), ("ressource_accompagnement_entrainement", 6), ("documentation_cdi", 5),
        ("reservation_salles_materiels", 3), ("messagerie_instantanee", 2), ("notes", 1), ("page_ent", 620), ("inconnu", 44), ("cantine_en_ligne", 1),
    ];

    private static readonly (string Code, long Weight)[] Systems =
        [("android", 310), ("windows", 290), ("ios", 190), ("macos", 31), ("chromeos", 9), ("linux", 8), ("autreos", 3), ("inconnu", 159)];

    private static readonly (string Code, long Weight)[] Browsers =
    [
        ("chromemobile", 260), ("chrome", 210), ("safari", 185), ("firefox", 71), ("edge", 66), ("samsungbrowser", 30), ("opera", 8), ("huaweibrowser", 5),
        ("miuibrowser", 3), ("autrenavigateur", 2), ("inconnu", 160),
    ];

    private static readonly (string Code, string Name, long Weight)[] Academies =
    [
        ("25", "Versailles", 118), ("24", "Créteil", 97), ("09", "Lille", 88), ("17", "Nantes", 71), ("70", "Normandie", 66), ("14", "Rennes", 64),
        ("04", "Bordeaux", 61), ("10", "Lyon", 58), ("18", "Orléans-Tours", 55), ("16", "Toulouse", 49), ("11", "Montpellier", 44), ("08", "Grenoble", 41),
        ("12", "Nancy-Metz", 38), ("02", "Aix-Marseille", 33), ("01", "Paris", 24), ("20", "Amiens", 22), ("13", "Poitiers", 19), ("23", "Nice", 15),
        ("19", "Reims", 12), ("22", "Limoges", 8), ("28", "La Réunion", 6), ("27", "Corse", 3), ("inconnu", "", 8),
    ];

    public static DashboardContext Context { get; } = new()
    {
        Title = "Audience des ENT en septembre 2022",
        Perimeter = "Données de démonstration, du 1er au 30 septembre 2022",
        Norm = "DNMA",
        TimeZone = "Europe/Paris",
        Ledger =
        [
            new("Enregistrements lus", 61_204_118),
            new("Rejetés", 12_406),
            new("mal formés", 11_982, IsPart: true),
            new("sans instant", 424, IsPart: true),
            new("Parties de hits réunies", 3_120),
            new("Exclus", 4_871_305),
            new("robots", 3_902_118, IsPart: true),
            new("doublons", 611_340, IsPart: true),
            new("sans personne identifiée", 357_847, IsPart: true),
            new("Hits qualifiés", 56_317_287),
            new("Visites", 11_263_457),
        ],
        Laws =
        [
            new("lus = rejetés + exclus + qualifiés + parties réunies", 61_204_118, 61_204_118, true),
            new("hits qualifiés = somme des hits des visites", 56_317_287, 56_317_287, true),
            new("visites par profil = visites", 11_263_457, 11_263_457, true),
        ],
        Warnings = ["L’appareil n’est connu que pour une partie des visites des parents : leurs parts par appareil portent sur ces seules visites."],
        Inputs =
        [
            new("collecteur-2022-09-01.log.gz", 30_602_059, "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            new("collecteur-2022-09-16.log.gz", 30_602_059, "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"),
        ],
        NameOf = NameOf,
    };

    public static IndicatorTable Table()
    {
        var rows = new RowsToTable();
        var days = Enumerable.Range(0, 30).Select(i => (Date: First.AddDays(i), Visits: VisitsOf(First.AddDays(i)))).ToList();
        foreach (var (date, visits) in days)
        {
            National(rows, PeriodKind.Day, date, Dimension.Total, "total", visits);
        }

        foreach (var week in days.GroupBy(day => LocalCalendar.WeekStart(LocalCalendar.DayOf(day.Date))))
        {
            National(rows, PeriodKind.Week, LocalCalendar.DateOf(week.Key), Dimension.Total, "total", week.Sum(day => day.Visits), 3);
        }

        var total = days.Sum(day => day.Visits);
        National(rows, PeriodKind.All, First, Dimension.Total, "total", total, 9);
        Parts(rows, Dimension.Profile, Profiles, total);
        Parts(rows, Dimension.Os, Systems, total);
        Parts(rows, Dimension.Browser, Browsers, total);
        Parts(rows, Dimension.SchoolLevel, [("1d", 120), ("2d", 871), ("inconnu", 9)], total);
        Parts(rows, Dimension.ConnectedObject, [("aucun", 99_940), ("tv", 31), ("car", 14), ("speaker", 9), ("fridge", 6)], total);
        foreach (var (service, weight) in Services)
        {
            National(rows, PeriodKind.All, First, Dimension.Service, service, total * weight / 1200, 5);
        }

        National(rows, PeriodKind.All, First, Dimension.Type, "natif", total * 3 / 4, 8);
        National(rows, PeriodKind.All, First, Dimension.Type, "tiers", total / 6, 4);
        National(rows, PeriodKind.All, First, Dimension.Type, "inconnu", total / 9, 4);
        foreach (var (tool, weight) in new[] { ("moodle", 50L), ("zimbra", 21L), ("nextcloud", 14L), ("bbb", 6L), ("inconnu", 800L) })
        {
            National(rows, PeriodKind.All, First, Dimension.Tool, tool, total * weight / 1000, 4);
        }

        ProfilesByDevice(rows, total);
        Territories(rows, total);
        return rows.Table();
    }

    private static void ProfilesByDevice(RowsToTable rows, long total)
    {
        var byDevice = new long[Devices.Length];
        var shares = Shared(Profiles, total);
        foreach (var (profile, weights) in DevicesOfProfile)
        {
            var visits = shares.Single(part => part.Code == profile).Visits;
            foreach (var ((device, part), index) in Shared([.. Devices.Zip(weights)], visits).Select((part, index) => (part, index)))
            {
                byDevice[index] += part;
                if (part > 0)
                {
                    National(rows, PeriodKind.All, First, Dimension.ProfileDevice, $"{profile}_{device}", part, 6);
                }
            }
        }

        for (var i = 0; i < Devices.Length; i++)
        {
            National(rows, PeriodKind.All, First, Dimension.Device, Devices[i], byDevice[i], 7);
        }
    }

    private static void Territories(RowsToTable rows, long total)
    {
        foreach (var (code, visits) in Shared([.. Academies.Select(academy => (academy.Code, academy.Weight))], total))
        {
            Row(rows, PeriodKind.All, First, TerritoryLevel.Academy, code, Dimension.Total, "total", visits, 8);
        }

        var left = total * 97 / 100;
        for (var i = 0; i < 240; i++)
        {
            var visits = left / 60;
            left -= visits;
            Row(rows, PeriodKind.All, First, TerritoryLevel.Establishment, $"{(i * 37) + 450001:0000000}A", Dimension.Total, "total", visits, 11);
        }

        Row(rows, PeriodKind.All, First, TerritoryLevel.Establishment, "inconnu", Dimension.Total, "total", total - (total * 97 / 100) + left, 6);
    }

    private static void Parts(RowsToTable rows, Dimension dimension, (string Code, long Weight)[] parts, long total)
    {
        foreach (var (code, visits) in Shared(parts, total))
        {
            National(rows, PeriodKind.All, First, dimension, code, visits, 7);
        }
    }

    /// <summary>Shares a total by weights; the last part takes what is left, so that parts add up.</summary>
    private static List<(string Code, long Visits)> Shared((string Code, long Weight)[] parts, long total)
    {
        var weights = parts.Sum(part => part.Weight);
        var shared = parts.Select(part => (part.Code, Visits: total * part.Weight / weights)).ToList();
        shared[^1] = (shared[^1].Code, shared[^1].Visits + total - shared.Sum(part => part.Visits));
        return shared;
    }

    private static void National(RowsToTable rows, PeriodKind period, DateOnly start, Dimension dimension, string modality, long visits, int returning = 1) =>
        Row(rows, period, start, TerritoryLevel.National, IndicatorCodes.National, dimension, modality, visits, returning);

    private static void Row(
        RowsToTable rows, PeriodKind period, DateOnly start, TerritoryLevel level, string code, Dimension dimension, string modality, long visits, int returning) =>
        rows.Add(
            period,
            start,
            level,
            code,
            dimension,
            modality,
            visits,
            users: (visits * 10 / (10 + (4 * returning))) + (visits == 0 ? 0 : 1),
            pages: visits * 43 / 10,
            hits: visits * 5,
            durationMs: visits * (401_337 + (modality.Length * 7_919)),
            timed: visits * 7 / 10,
            bounces: visits * 22 / 100,
            flash: visits * 13 / 100);

    private static long VisitsOf(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.Day == 3 ? 0 : 121_000 + (date.Day * 311),
        DayOfWeek.Sunday => 168_000 + (date.Day * 407),
        DayOfWeek.Wednesday => 372_000 + (date.Day * 1_217),
        _ => 481_000 + (date.Day * 2_203 % 41_000),
    };

    private static string? NameOf(TerritoryLevel level, string code) => level switch
    {
        TerritoryLevel.Academy => Academies.FirstOrDefault(academy => academy.Code == code).Name,
        TerritoryLevel.Establishment => $"Collège de démonstration {code[4..7]}",
        _ => null,
    };
}
