using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>Who visits, and with what.</summary>
internal static class AudienceSection
{
    public static IEnumerable<DashboardSection> Of(NationalFigures figures, IndicatorRow whole)
    {
        List<DashboardBlock?> profiles =
        [
            Breakdowns.Partition(figures, whole, Dimension.Profile, "profils", "Profils", "Profil", "dont le profil est"),
            Breakdowns.Partition(figures, whole, Dimension.Device, "appareils", "Appareils", "Appareil", "dont l’appareil est"),
            ProfileDevices(figures),
            Breakdowns.Partition(figures, whole, Dimension.SchoolLevel, "degres", "Premier et second degré", "Degré", "dont le degré est"),
        ];
        List<DashboardBlock?> equipment =
        [
            Breakdowns.Partition(figures, whole, Dimension.Os, "systemes", "Systèmes d’exploitation", "Système", "dont le système est"),
            Breakdowns.Partition(figures, whole, Dimension.Browser, "navigateurs", "Navigateurs", "Navigateur", "dont le navigateur est"),
            ConnectedObjects(figures, whole),
        ];
        if (Section("profils-appareils", "Profils et appareils", profiles) is { } who)
        {
            yield return who;
        }

        if (Section("equipements", "Équipements", equipment) is { } what)
        {
            yield return what;
        }
    }

    private static DashboardSection? Section(string id, string title, List<DashboardBlock?> blocks)
    {
        List<DashboardBlock> present = [.. blocks.OfType<DashboardBlock>()];
        return present.Count == 0 ? null : new DashboardSection(id, title, present);
    }

    /// <summary>One row a known profile: visits by device, the visits whose device is not known, and what is a share of what.</summary>
    private static DashboardBlock? ProfileDevices(NationalFigures figures)
    {
        var visits = figures.WholeBreakdown(Dimension.ProfileDevice).ToDictionary(static row => row.Modality, static row => row.Visits, StringComparer.Ordinal);
        if (visits.Count == 0)
        {
            return null;
        }

        var rows = new List<Cell[]>();
        long drawn = 0;
        foreach (var profile in FrenchLabels.ProfileCodes)
        {
            var byDevice = FrenchLabels.DeviceCodes.Select(device => visits.GetValueOrDefault($"{profile}_{device}")).ToList();
            var known = byDevice.Sum();
            var all = known + visits.GetValueOrDefault($"{profile}_{IndicatorCodes.Unknown}");
            if (all == 0)
            {
                continue;
            }

            drawn += known;
            rows.Add(
            [
                Cell.Label(FrenchLabels.Of(Dimension.Profile, profile)),
                .. byDevice.Select(Cell.Count),
                Cell.Count(all - known),
                Cell.Share(known, all),
                Cell.Share(byDevice[1] + byDevice[2], known),
            ]);
        }

        if (rows.Count == 0)
        {
            return null;
        }

        return new DashboardBlock("profils-par-appareil", "Appareils de chaque profil", new DashboardTable(
            ["Profil", .. FrenchLabels.DeviceCodes.Select(static code => FrenchLabels.Of(Dimension.Device, code)), "Appareil inconnu", "Appareil connu", "Part mobile"],
            rows))
        {
            IsWide = true,
            Notes =
            [
                "Graphique et part mobile : parmi les visites du profil dont l’appareil est connu. « Appareil connu » : parmi toutes les visites du profil. Les autres colonnes sont des visites.",
            ],
            Chart = drawn == 0
                ? null
                : new DashboardChart(
                    ChartKind.Stack,
                    "Répartition des visites de chaque profil par appareil connu. Part mobile : "
                        + string.Join(" ; ", rows.Select(static row => $"{row[0].Text} {row[^1].Text}"))
                        + ". Tous les chiffres sont dans le tableau qui suit.",
                    [1, 2, 3, 4]),
        };
    }

    /// <summary>Connected objects are few: a table says it better than bars that cannot be seen.</summary>
    private static DashboardBlock? ConnectedObjects(NationalFigures figures, IndicatorRow whole)
    {
        var rows = figures.Breakdown(Dimension.ConnectedObject);
        if (rows.Count == 0)
        {
            return null;
        }

        static bool IsObject(IndicatorRow row) => row.Modality is not ("aucun" or IndicatorCodes.Unknown);
        var label = (IndicatorRow row) => Cell.Label(FrenchLabels.Of(Dimension.ConnectedObject, row.Modality));
        var objects = NationalFigures.Ranked(rows.Where(IsObject), static row => row.Modality);
        return new DashboardBlock("objets-connectes", "Objets connectés", new DashboardTable(
            ["Objet", "Visites", "Part", "Utilisateurs", "Temps par visite"],
            [.. objects.Select(row => Breakdowns.Row(label(row), row, Cell.Share(row.Visits, whole.Visits), row.TimedVisits))])
        {
            Apart = [.. rows.Where(static row => !IsObject(row)).Select(row => Breakdowns.Row(label(row), row, Cell.Share(row.Visits, whole.Visits), row.TimedVisits))],
        })
        {
            Notes = ["Part : parmi toutes les visites. Enceintes, écrans, véhicules et autres objets reconnus à leur signature."],
        };
    }
}
