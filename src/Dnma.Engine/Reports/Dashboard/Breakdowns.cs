using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>Turns the rows of one breakdown into a block: what is known as bars with shares, the rest apart, its coverage said.</summary>
internal static class Breakdowns
{
    /// <summary>No more labels than this are shown: those of tools and unknown services come from logs and have no limit.</summary>
    public const int MostRows = 40;

    /// <summary>
    /// A dimension whose parts add up to the visits. Shares are of the visits with a known modality, as for the mobile share
    /// (domain §3); visits without one stand apart.
    /// </summary>
    public static DashboardBlock? Partition(NationalFigures figures, IndicatorRow whole, Dimension dimension, string id, string title, string column, string coverage)
    {
        var rows = figures.Breakdown(dimension);
        if (rows.Count == 0)
        {
            return null;
        }

        var ranked = NationalFigures.Ranked(rows.Where(static row => row.Modality != IndicatorCodes.Unknown), static row => row.Modality);
        var known = ranked.Sum(static row => row.Visits);
        var label = (IndicatorRow row) => FrenchLabels.Of(dimension, row.Modality);
        return new DashboardBlock(id, title, new DashboardTable(
            [column, "Visites", "Part", "Utilisateurs", "Temps par visite"],
            [.. ranked.Take(MostRows).Select(row => Row(Cell.Label(label(row)), row, Cell.Share(row.Visits, known), row.TimedVisits))])
        {
            Apart = [.. rows.Where(static row => row.Modality == IndicatorCodes.Unknown).Select(row => Row(Cell.Label("Inconnu"), row, Cell.None, row.TimedVisits))],
            Total = Row(Cell.Label("Toutes les visites"), whole, Cell.None, whole.TimedVisits),
        })
        {
            Notes =
            [
                Shares(figures.IsWhole(TerritoryLevel.National, dimension), $"{coverage} connu", known, whole.Visits),
                .. Hidden(ranked.Count, "modalités"),
            ],
            Chart = Bars(title, ranked, label, known),
        };
    }

    /// <summary>A dimension of which a visit may have several modalities: visits are not shared out, hits are.</summary>
    public static DashboardBlock? Uses(NationalFigures figures, IndicatorRow whole, Dimension dimension, string id, string title, string column)
    {
        var rows = figures.Breakdown(dimension);
        var ranked = NationalFigures.Ranked(rows.Where(static row => row.Modality != IndicatorCodes.Unknown), static row => row.Modality);
        if (ranked.Count == 0)
        {
            return null;
        }

        return new DashboardBlock(id, title, new DashboardTable(
            [column, "Visites", "Utilisateurs", "Hits", "Part des hits"],
            [.. ranked.Take(MostRows).Select(row => Use(Cell.Label(FrenchLabels.Of(dimension, row.Modality)), row, whole))])
        {
            Apart = [.. rows.Where(static row => row.Modality == IndicatorCodes.Unknown).Select(row => Use(Cell.Label("Inconnu"), row, whole))],
        })
        {
            Notes =
            [
                "Une visite compte une fois dans chaque ligne qu’elle a utilisée : les visites ne s’additionnent pas. Part : parmi tous les hits qualifiés.",
                .. Hidden(ranked.Count, "libellés"),
            ],
        };
    }

    /// <summary>Label, visits, share, users, time per visit.</summary>
    public static Cell[] Row(Cell label, IndicatorRow row, Cell share, long timedVisits) =>
        [label, Cell.Count(row.Visits), share, Cell.Count(row.Users), Cell.MeanDuration(row.DurationMs, timedVisits)];

    /// <summary>Horizontal bars of the visits in column 1, with the shares of column 2; null when there is nothing to draw.</summary>
    public static DashboardChart? Bars(string title, List<IndicatorRow> ranked, Func<IndicatorRow, string> label, long known)
    {
        if (known == 0)
        {
            return null;
        }

        var first = ranked.Take(3).Select(row => $"{label(row)} {FrenchFormat.Share(row.Visits, known)}");
        return new DashboardChart(
            ChartKind.Bars,
            $"{title}, en visites. En tête : {string.Join(" ; ", first)}. Tous les chiffres sont dans le tableau qui suit.",
            [1])
        { Share = 2 };
    }

    /// <summary>The note that says what shares are of. Where rows are withheld, what is shown is not all that is known.</summary>
    public static string Shares(bool isWhole, string known, long part, long visits) =>
        $"Part : parmi les visites {(isWhole ? known : "des lignes montrées")}, soit {FrenchFormat.Share(part, visits)} des visites.";

    /// <summary>The note that says how many rows are not shown, if any.</summary>
    public static IEnumerable<string> Hidden(int count, string what, string file = IndicatorCsv.FileName) =>
        count <= MostRows ? [] : [$"Les {MostRows} premières lignes sur {FrenchFormat.Count(count)} {what} ; toutes sont dans {file}."];

    private static Cell[] Use(Cell label, IndicatorRow row, IndicatorRow whole) =>
        [label, Cell.Count(row.Visits), Cell.Count(row.Users), Cell.Count(row.Hits), Cell.Share(row.Hits, whole.Hits)];
}
