using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Certification.Verification;

/// <summary>
/// Whether a table of indicators has all that belongs to what it has: laws say nothing of a dimension or a level that was left out. A territory with visits has
/// every shipped dimension, and where the nation has visits every published level has some.
/// </summary>
internal static class TableCompleteness
{
    /// <summary>The first thing that is missing, as a clause; null when nothing is.</summary>
    /// <param name="table">The table.</param>
    /// <param name="levels">Which levels were published.</param>
    /// <param name="isNarrowed">Whether levels, and dimensions of levels, may be left out whole, as under a disclosure threshold: then what has no row at all is none.</param>
    public static string? FirstGap(IndicatorTable table, IReadOnlyCollection<TerritoryLevel> levels, bool isNarrowed)
    {
        var columns = table.Columns;
        var told = Enumerable.Range(0, isNarrowed ? columns.Count : 0).Select(row => (columns.Level[row], columns.Dimension[row])).ToHashSet();
        levels = [.. levels.Where(level => !isNarrowed || columns.Level.Contains(level))];
        var withVisits = new HashSet<(PeriodKind Period, int Start, TerritoryLevel Level)>();
        var dimensions = new HashSet<Dimension>();
        for (var row = 0; row < columns.Count;)
        {
            var (end, visits) = (row, 0L);
            dimensions.Clear();
            for (; end < columns.Count && IsOfBlock(columns, end, row); end++)
            {
                dimensions.Add(columns.Dimension[end]);
                visits += columns.Dimension[end] != Dimension.Total ? 0 : columns.IsWithheld(end) ? 1 : columns.Visits[end];
            }

            if (visits > 0)
            {
                withVisits.Add((columns.Period[row], columns.PeriodStart[row], columns.Level[row]));
                if (Dimension.Shipped.FirstOrDefault(dimension => !dimensions.Contains(dimension) && (!isNarrowed || told.Contains((columns.Level[row], dimension)))) is { } missing)
                {
                    return $"{Named(columns.Period[row], columns.PeriodStart[row], columns.Level[row])} {columns.Code[row]} has no {missing.Code}";
                }
            }

            row = end;
        }

        foreach (var (period, start, _) in withVisits.Where(block => block.Level == TerritoryLevel.National))
        {
            foreach (var level in levels.Where(level => period != PeriodKind.Day || level is TerritoryLevel.National or TerritoryLevel.Academy or TerritoryLevel.Department))
            {
                if (!withVisits.Contains((period, start, level)))
                {
                    return $"{Named(period, start, level)} has no row, and the nation has visits";
                }
            }
        }

        return null;
    }

    private static bool IsOfBlock(IndicatorColumns columns, int row, int first) =>
        columns.Period[row] == columns.Period[first]
        && columns.PeriodStart[row] == columns.PeriodStart[first]
        && columns.Level[row] == columns.Level[first]
        && columns.Code[row] == columns.Code[first];

    private static string Named(PeriodKind period, int start, TerritoryLevel level) => $"{period.Code()} {LocalCalendar.DateOf(start):yyyy-MM-dd} {level.Code()}";
}
