using Dnma.Engine.Analysis.Series;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>The highest weeks of September (<see cref="PeriodRule.Peak"/>).</summary>
/// <param name="A">The Monday in period A; null where no week of that September was measured with visits.</param>
/// <param name="MissingA">How many weeks of it were not measured whole.</param>
/// <param name="B">The Monday in period B.</param>
/// <param name="MissingB">How many weeks of it were not measured whole.</param>
internal sealed record PeakWeeks(int? A, int MissingA, int? B, int MissingB)
{
    /// <summary>Finds them.</summary>
    /// <param name="request">The years.</param>
    /// <param name="measured">The weeks that were measured whole.</param>
    /// <param name="visits">The visits of all territories by week; a week without any is not there.</param>
    public static PeakWeeks Of(ComparisonRequest request, WeekGrid measured, IReadOnlyDictionary<int, long> visits)
    {
        var (a, b) = (September(request.EarlierYear), September(request.LaterYear));
        return new(Highest(a), Missing(a), Highest(b), Missing(b));

        int? Highest(int[] mondays) => mondays.Where(visits.ContainsKey).OrderByDescending(monday => visits[monday]).ThenBy(monday => monday).Select(monday => (int?)monday).FirstOrDefault();
        int Missing(int[] mondays) => mondays.Count(monday => measured.IndexOf(monday) < 0);
    }

    private static int[] September(int year)
    {
        var (first, end) = (LocalCalendar.DayOf(new DateOnly(year, 9, 1)), LocalCalendar.DayOf(new DateOnly(year, 10, 1)));
        return [.. Enumerable.Range(first, end - first).Where(day => LocalCalendar.WeekStart(day) == day)];
    }
}
