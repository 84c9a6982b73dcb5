using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Tests.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Analysis.Comparison;

/// <summary>Weekly rows of establishments by hand, of any years.</summary>
internal sealed class WeeklyRows
{
    private readonly List<IndicatorRow> _rows = [];

    /// <summary>The Monday of a week since that of 2 September 2024 or 1 September 2025: of equal ranks in all zones until the holidays of October.</summary>
    public static DateOnly Monday(int year, int week) => (year == 2024 ? new DateOnly(2024, 9, 2) : new DateOnly(2025, 9, 1)).AddDays(7 * week);

    public IReadOnlyList<IndicatorRow> Rows => _rows;

    public WeeklyRows Put(
        DateOnly monday, string code, long visits, long users, string profile = "", string level = "", long? durationMs = null, TerritoryLevel at = TerritoryLevel.Establishment, PeriodKind period = PeriodKind.Week)
    {
        var dimension = profile.Length > 0 ? Dimension.Profile : level.Length > 0 ? Dimension.SchoolLevel : Dimension.Total;
        _rows.Add(TableOfRows.Row(dimension, dimension == Dimension.Total ? "total" : profile + level, visits, users, durationMs: durationMs ?? visits * 60_000, timedVisits: visits, period: period, start: monday, level: at, code: code));
        return this;
    }

    /// <summary>The rows of some days, as a measurement of these days.</summary>
    public MeasuredTable Measured(DateOnly from, DateOnly to) =>
        new(TableOfRows.Of([.. _rows.Where(row => row.PeriodStart >= from && row.PeriodStart < to)]), DayRange.Of(from, to));

    /// <summary>Both years, the first weeks of each.</summary>
    public MeasuredTable[] FirstWeeks(int weeks) => [Measured(Monday(2024, 0), Monday(2024, weeks)), Measured(Monday(2025, 0), Monday(2025, weeks))];

    public static ComparisonTable Compare(PeriodRule rule, params IReadOnlyList<MeasuredTable> tables) => AudienceComparison.Run(new ComparisonRequest(tables, 2024, 2025) { Rule = rule });
}
