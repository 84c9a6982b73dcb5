using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>How long visits can be that end at midnight: as long as the longest day of the period, 25 hours where clocks are set back. Not thread safe.</summary>
/// <param name="zone">The zone in which days are cut.</param>
/// <param name="norm">What a visit is.</param>
internal sealed class LongestDays(CivilZone zone, Norm norm)
{
    private const int LongestSpan = 366;
    private readonly Dictionary<(PeriodKind, int), long> _longest = [];

    /// <summary>The most that some visits of a period can last together, in milliseconds.</summary>
    public long Bound(PeriodKind period, int start, DayRange measured, long visits)
    {
        if (!_longest.TryGetValue((period, start), out var longest))
        {
            var end = period switch
            {
                PeriodKind.Day => start + 1,
                PeriodKind.Week => start + 7,
                PeriodKind.Month => start + 31,
                PeriodKind.SchoolYear => start + LongestSpan,
                _ => Math.Min(measured.End, start + LongestSpan),
            };
            for (var day = start; day < Math.Max(end, start + 1); day++)
            {
                longest = Math.Max(longest, zone.StartOf(day + 1) - zone.StartOf(day));
            }

            _longest.Add((period, start), longest);
        }

        return checked(visits * (longest + (norm.Duration == DurationRule.OneSecondMore ? 1_000 : 0)));
    }
}
