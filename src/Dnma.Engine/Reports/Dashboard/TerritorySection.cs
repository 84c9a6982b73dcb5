using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>Académies and the most visited establishments.</summary>
internal static class TerritorySection
{
    private const int TopEstablishments = 20;

    public static DashboardSection? Of(NationalFigures figures, IndicatorRow whole, Func<TerritoryLevel, string, string?> nameOf)
    {
        List<DashboardBlock?> blocks = [Academies(figures, whole, nameOf), Establishments(figures, whole, nameOf)];
        List<DashboardBlock> present = [.. blocks.OfType<DashboardBlock>()];
        return present.Count == 0 ? null : new DashboardSection("territoires", "Territoires", present);
    }

    private static DashboardBlock? Academies(NationalFigures figures, IndicatorRow whole, Func<TerritoryLevel, string, string?> nameOf)
    {
        var rows = figures.Territories(TerritoryLevel.Academy);
        if (rows.Count == 0)
        {
            return null;
        }

        var ranked = Known(rows);
        var known = ranked.Sum(static row => row.Visits);
        var label = (IndicatorRow row) => NameOr(nameOf(TerritoryLevel.Academy, row.Code), $"Académie {OutsideText.Of(row.Code)}");
        return new DashboardBlock("academies", "Académies", new DashboardTable(
            ["Académie", "Visites", "Part", "Utilisateurs", "Temps par visite"],
            [.. ranked.Take(Breakdowns.MostRows).Select(row => Breakdowns.Row(Cell.Label(label(row)), row, Cell.Share(row.Visits, known), row.TimedVisits))])
        {
            Apart = [.. Unknown(rows).Select(row => Breakdowns.Row(Cell.Label("Inconnue"), row, Cell.None, row.TimedVisits))],
            Total = Breakdowns.Row(Cell.Label("Toutes les visites"), whole, Cell.None, whole.TimedVisits),
        })
        {
            IsWide = true,
            Notes =
            [
                $"{Breakdowns.Shares(figures.IsWhole(TerritoryLevel.Academy, Dimension.Total), "dont l’académie est connue", known, whole.Visits)} Une personne active dans deux académies est un utilisateur de chacune.",
                .. Breakdowns.Hidden(ranked.Count, "académies"),
            ],
            Chart = Breakdowns.Bars("Académies", ranked, label, known),
        };
    }

    private static DashboardBlock? Establishments(NationalFigures figures, IndicatorRow whole, Func<TerritoryLevel, string, string?> nameOf)
    {
        var rows = figures.Territories(TerritoryLevel.Establishment);
        if (rows.Count == 0)
        {
            return null;
        }

        var ranked = Known(rows);
        var known = ranked.Sum(static row => row.Visits);
        var shown = Math.Min(TopEstablishments, ranked.Count);
        var isWhole = figures.IsWhole(TerritoryLevel.Establishment, Dimension.Total);
        return new DashboardBlock("etablissements", "Établissements les plus visités", new DashboardTable(
            ["UAI", "Établissement", "Visites", "Part", "Utilisateurs", "Pages par visite", "Temps par visite"],
            [.. ranked.Take(TopEstablishments).Select(row => Row(row, nameOf(TerritoryLevel.Establishment, row.Code), known))])
        {
            TextColumns = [1],
        })
        {
            IsWide = true,
            Notes =
            [
                $"{shown} sur {FrenchFormat.Of(ranked.Count, isWhole ? "établissement visité" : "établissement montré", isWhole ? "établissements visités" : "établissements montrés")}. {Breakdowns.Shares(isWhole, "dont l’établissement est connu", known, whole.Visits)}",
            ],
        };
    }

    private static Cell[] Row(IndicatorRow row, string? name, long known) =>
    [
        Cell.Label(OutsideText.Of(row.Code)),
        Cell.Label(NameOr(name, FrenchFormat.Nothing)),
        Cell.Count(row.Visits),
        Cell.Share(row.Visits, known),
        Cell.Count(row.Users),
        Cell.Mean(row.PageViews, row.Visits),
        Cell.MeanDuration(row.DurationMs, row.TimedVisits),
    ];

    private static List<IndicatorRow> Known(IReadOnlyList<IndicatorRow> rows) =>
        NationalFigures.Ranked(rows.Where(static row => row.Code != IndicatorCodes.Unknown), static row => row.Code);

    private static IEnumerable<IndicatorRow> Unknown(IReadOnlyList<IndicatorRow> rows) =>
        rows.Where(static row => row.Code == IndicatorCodes.Unknown);

    private static string NameOr(string? name, string otherwise) => string.IsNullOrWhiteSpace(name) ? otherwise : OutsideText.Of(name);
}
