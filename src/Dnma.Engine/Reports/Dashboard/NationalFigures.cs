using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>The rows of a table that the page shows, gathered in one pass.</summary>
internal sealed class NationalFigures
{
    private readonly Dictionary<string, List<IndicatorRow>> _breakdowns = new(StringComparer.Ordinal);
    private readonly Dictionary<TerritoryLevel, List<IndicatorRow>> _territories = [];
    private readonly HashSet<(TerritoryLevel Level, string Dimension)> _partly = [];

    private NationalFigures()
    {
    }

    /// <summary>The total of the whole measured range, or null where the table has none.</summary>
    public IndicatorRow? Whole { get; private set; }

    /// <summary>The total of each day from the first to the last, days without visits included.</summary>
    public IReadOnlyList<IndicatorRow> Days { get; private set; } = [];

    /// <summary>The total of each week from the first to the last, weeks without visits included.</summary>
    public IReadOnlyList<IndicatorRow> Weeks { get; private set; } = [];

    public static NationalFigures Of(IndicatorTable table)
    {
        var columns = table.Columns;
        var figures = new NationalFigures();
        var days = new List<IndicatorRow>();
        var weeks = new List<IndicatorRow>();
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns.IsWithheld(i) && columns.Period[i] == PeriodKind.All)
            {
                // A row that is withheld does not stand on the page, and what it is a part of is no longer whole.
                figures._partly.Add((columns.Level[i], columns.Dimension[i].Code));
                continue;
            }

            var (level, isTotal) = (columns.Level[i], columns.Dimension[i] == Dimension.Total);
            switch (columns.Period[i])
            {
                case PeriodKind.All when level == TerritoryLevel.National && isTotal:
                    figures.Whole = columns.Row(i);
                    break;
                case PeriodKind.All when level == TerritoryLevel.National:
                    Add(figures._breakdowns, columns.Dimension[i].Code, columns.Row(i));
                    break;
                case PeriodKind.All when isTotal:
                    Add(figures._territories, level, columns.Row(i));
                    break;
                case PeriodKind.Day when level == TerritoryLevel.National && isTotal:
                    days.Add(columns.Row(i));
                    break;
                case PeriodKind.Week when level == TerritoryLevel.National && isTotal:
                    weeks.Add(columns.Row(i));
                    break;
                default:
                    break;
            }
        }

        figures.Days = WithoutGaps(days, 1);
        figures.Weeks = WithoutGaps(weeks, 7);
        return figures;
    }

    /// <summary>The rows of a dimension over the whole range, in the table's order; empty where it was not measured.</summary>
    public IReadOnlyList<IndicatorRow> Breakdown(Dimension dimension) =>
        _breakdowns.TryGetValue(dimension.Code, out var rows) ? rows : [];

    /// <summary>Whether no row of a level and dimension over the whole range is withheld.</summary>
    public bool IsWhole(TerritoryLevel level, Dimension dimension) => !_partly.Contains((level, dimension.Code));

    /// <summary>The rows of a dimension where none is withheld; empty where one is.</summary>
    public IReadOnlyList<IndicatorRow> WholeBreakdown(Dimension dimension) => IsWhole(TerritoryLevel.National, dimension) ? Breakdown(dimension) : [];

    /// <summary>The totals of the territories of a level where none is withheld; empty where one is.</summary>
    public IReadOnlyList<IndicatorRow> AllTerritories(TerritoryLevel level) =>
        IsWhole(level, Dimension.Total) ? Territories(level) : [];

    /// <summary>The totals of the territories of a level over the whole range, in the table's order.</summary>
    public IReadOnlyList<IndicatorRow> Territories(TerritoryLevel level) =>
        _territories.TryGetValue(level, out var rows) ? rows : [];

    /// <summary>Most visits first; equals in the order of their UTF-8 bytes.</summary>
    public static List<IndicatorRow> Ranked(IEnumerable<IndicatorRow> rows, Func<IndicatorRow, string> key)
    {
        var ranked = rows.ToList();
        ranked.Sort((left, right) =>
        {
            var order = right.Visits.CompareTo(left.Visits);
            return order != 0 ? order : IndicatorColumns.CompareUtf8(key(left), key(right));
        });
        return ranked;
    }

    private static void Add<TKey>(Dictionary<TKey, List<IndicatorRow>> groups, TKey key, IndicatorRow row)
        where TKey : notnull
    {
        if (!groups.TryGetValue(key, out var rows))
        {
            groups.Add(key, rows = []);
        }

        rows.Add(row);
    }

    /// <summary>A period without a row is one without visits: an empty day must not vanish from a chart.</summary>
    private static List<IndicatorRow> WithoutGaps(List<IndicatorRow> rows, int step)
    {
        var whole = new List<IndicatorRow>(rows.Count);
        foreach (var row in rows)
        {
            while (whole.Count > 0 && whole[^1].PeriodStart.AddDays(step) < row.PeriodStart)
            {
                whole.Add(row with
                {
                    PeriodStart = whole[^1].PeriodStart.AddDays(step),
                    Visits = 0,
                    Users = 0,
                    PageViews = 0,
                    Hits = 0,
                    DurationMs = 0,
                    TimedVisits = 0,
                    Bounces = 0,
                    FlashVisits = 0,
                    IsWithheld = false,
                });
            }

            whole.Add(row);
        }

        // A withheld period is not one without visits: it is left out.
        whole.RemoveAll(static row => row.IsWithheld);
        return whole;
    }
}
