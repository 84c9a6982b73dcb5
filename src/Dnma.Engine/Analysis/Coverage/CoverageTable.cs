using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Deployment;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Coverage;

/// <summary>
/// What every figure speaks of, by period and territory: so that a partly fed or unfinished period is marked, and never silently compared. Pure and thread
/// safe.
/// </summary>
public static class CoverageTable
{
    /// <summary>Lays a measurement beside what it would be, were everything fed and known.</summary>
    /// <param name="measured">What was measured.</param>
    /// <param name="annuaire">Which establishments there are; empty: none is expected.</param>
    /// <param name="perimeter">Which of them count. Where it chooses by labels of hits, nobody can tell who is expected.</param>
    /// <param name="periods">Which kinds of period.</param>
    /// <param name="levels">Which levels.</param>
    /// <returns>
    /// Rows in the order of their keys as UTF-8 bytes: one for each period and territory with figures, and one for each territory above the establishment where
    /// some are expected and none was seen, over every kind of period but the day.
    /// </returns>
    public static IReadOnlyList<CoverageRow> Of(
        MeasuredTable measured,
        Annuaire annuaire,
        PerimeterDefinition perimeter,
        IReadOnlyCollection<PeriodKind> periods,
        IReadOnlyCollection<TerritoryLevel> levels)
    {
        var columns = measured.Table.Columns;
        var fed = new FedTerritories(columns);
        var calendar = new TerritoryCalendar(annuaire);
        var expectations = new ExpectedEstablishments(annuaire, perimeter, levels);
        var establishments = new Dictionary<(PeriodKind, int), EstablishmentCounts>();
        var rows = new List<CoverageRow>();
        foreach (var (from, to) in Blocks.Of(columns))
        {
            if (periods.Contains(columns.Period[from]) && levels.Contains(columns.Level[from]))
            {
                var key = new CoverageKey(columns.Period[from], columns.PeriodStart[from], columns.Level[from], columns.Code[from]);
                rows.Add(RowOf(key, KnownParts.Of(columns, from, to)));
            }
        }

        var known = rows.Select(static row => (row.Period, row.PeriodStart, row.Level, row.Code)).ToHashSet();
        foreach (var (kind, start) in PeriodsOf(measured.Days, periods.Where(static period => period != PeriodKind.Day)))
        {
            foreach (var (level, code) in CountsOf(kind, start).ExpectedTerritories)
            {
                if (!known.Contains((kind, LocalCalendar.DateOf(start), level, code)))
                {
                    rows.Add(RowOf(new CoverageKey(kind, start, level, code), default));
                }
            }
        }

        return [.. rows.OrderBy(static row => row, Comparer<CoverageRow>.Create(Compare))];

        CoverageRow RowOf(CoverageKey key, KnownParts parts)
        {
            var whole = CoveredDays.WholeOf(key.Period, key.Start, measured.Days);
            var days = new CoveredDays(key, whole, measured.Days, fed, calendar.ZonesOf(key.Level, key.Code));
            var counts = CountsOf(key.Period, key.Start);
            return new CoverageRow(
                key.Period, LocalCalendar.DateOf(key.Start), key.Level, key.Code, days.State, days.Days.Length, days.FedDays, days.SchoolDays, days.FedSchoolDays,
                days.SchoolWeeks, days.FedSchoolWeeks, counts.Seen(key.Level, key.Code), counts.Expected(key.Level, key.Code), counts.ExpectedSeen(key.Level, key.Code),
                parts.Visits, parts.VisitsOfKnownDevice, parts.VisitsOfKnownProfile, parts.Hits, parts.HitsOfKnownService);
        }

        EstablishmentCounts CountsOf(PeriodKind kind, int start)
        {
            if (!establishments.TryGetValue((kind, start), out var counts))
            {
                var days = CoveredDays.Within(CoveredDays.WholeOf(kind, start, measured.Days), measured.Days);
                establishments.Add((kind, start), counts = expectations.CountIn(days, fed.EstablishmentsIn(kind, start)));
            }

            return counts;
        }
    }

    private static IEnumerable<(PeriodKind Kind, int Start)> PeriodsOf(DayRange days, IEnumerable<PeriodKind> kinds) =>
        from kind in kinds
        from start in Enumerable.Range(days.Start, days.Length).Select(day => LocalCalendar.PeriodStart(kind, day, days.Start)).Distinct()
        select (kind, start);

    private static int Compare(CoverageRow left, CoverageRow right) =>
        DeploymentOrder.Compare((left.Period, left.PeriodStart, left.Level, left.Code, ""), (right.Period, right.PeriodStart, right.Level, right.Code, ""));
}
