using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>Services, types and tools.</summary>
internal static class ServiceSection
{
    public static DashboardSection? Of(NationalFigures figures, IndicatorRow whole)
    {
        List<DashboardBlock?> blocks =
        [
            Services(figures, whole),
            Breakdowns.Uses(figures, whole, Dimension.Type, "types", "Services natifs et services tiers", "Type"),
            Breakdowns.Uses(figures, whole, Dimension.Tool, "outils", "Outils tiers", "Outil"),
        ];
        List<DashboardBlock> present = [.. blocks.OfType<DashboardBlock>()];
        return present.Count == 0 ? null : new DashboardSection("services", "Services", present);
    }

    /// <summary>
    /// Shares are of the visits of the published services and sum to 100 %; pages of the portal, unknown and unpublished services stand
    /// apart (domain §3). What that leaves out is said in hits, which do add up over services.
    /// </summary>
    private static DashboardBlock? Services(NationalFigures figures, IndicatorRow whole)
    {
        var rows = figures.Breakdown(Dimension.Service);
        if (rows.Count == 0)
        {
            return null;
        }

        var published = NationalFigures.Ranked(rows.Where(static row => FrenchLabels.IsPublishedService(row.Modality)), static row => row.Modality);
        var apart = NationalFigures.Ranked(rows.Where(static row => !FrenchLabels.IsPublishedService(row.Modality)), static row => row.Modality);
        var visits = published.Sum(static row => row.Visits);
        var hits = published.Sum(static row => row.Hits);
        var strangers = apart.Count(static row => row.Modality is not (IndicatorCodes.Unknown or "page_ent"));
        var label = (IndicatorRow row) => FrenchLabels.Of(Dimension.Service, row.Modality);
        List<string> notes =
        [
            $"Part : parmi les {FrenchFormat.Of(visits, "visite", "visites")} des services publiés, la somme faisant 100{FrenchFormat.NarrowSpace}% ; une visite compte une fois dans chaque service utilisé.",
            $"Ces services portent {FrenchFormat.Share(hits, whole.Hits)} des hits qualifiés ; les autres lignes sont à part, sous le tableau.",
            "Temps : durée passée dans le service, par visite l’ayant utilisé.",
        ];
        if (strangers > 0)
        {
            notes.Add($"{FrenchFormat.Of(strangers, "libellé", "libellés")} hors de la nomenclature des services, à contrôler.");
        }

        notes.AddRange(Breakdowns.Hidden(apart.Count, "services à part"));
        return new DashboardBlock("services-utilises", "Services utilisés", new DashboardTable(
            ["Service", "Visites", "Part", "Utilisateurs", "Temps", "Hits"],
            [.. published.Select(row => Row(label(row), row, Cell.Share(row.Visits, visits)))])
        {
            Apart = [.. apart.Take(Breakdowns.MostRows).Select(row => Row(label(row), row, Cell.None))],
        })
        {
            IsWide = true,
            Notes = notes,
            Chart = Breakdowns.Bars("Services publiés", published, label, visits),
        };
    }

    private static Cell[] Row(string label, IndicatorRow row, Cell share) =>
        [.. Breakdowns.Row(Cell.Label(label), row, share, row.Visits), Cell.Count(row.Hits)];
}
