using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Contracts;
using Dnma.Engine.Time;

namespace Dnma.Engine;

/// <summary>Compares published measurements, where they count the same thing. Pure, thread safe.</summary>
public static class PublishedComparison
{
    /// <summary>
    /// Compares the school years of the earliest and of the latest of some measurements; the year of a measurement is that of its middle day.
    /// </summary>
    /// <param name="published">Two or more measurements, in any order.</param>
    /// <param name="with">Changes what is asked, for example the rule; nothing without it.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.InvalidOption"/>: two were measured under different norms or in different time zones, they are of one school year, or what
    /// <see cref="AudienceComparison.Run"/> refuses.
    /// </exception>
    /// <exception cref="OverflowException">A sum exceeds 64 bits.</exception>
    public static ComparisonTable Run(IReadOnlyList<PublishedMeasurement> published, Func<ComparisonRequest, ComparisonRequest>? with = null)
    {
        ArgumentNullException.ThrowIfNull(published);
        foreach (var other in published.Skip(1))
        {
            if (other.DifferenceFrom(published[0].Statement.Definition) is { } difference)
            {
                throw new EngineException(ErrorId.InvalidOption, "comparison", $"one of the measurements {difference}", "compare measurements of one norm and one time zone");
            }
        }

        int[] years = [.. published.Where(one => one.Measured.Days.Length > 0).Select(one => YearOf(one.Measured.Days)).Order()];
        if (years.Length == 0)
        {
            throw new EngineException(ErrorId.InvalidOption, "comparison", "nothing was measured", "give measurements with visits");
        }

        var request = new ComparisonRequest([.. published.Select(one => one.Measured)], years[0], years[^1]);
        return AudienceComparison.Run(with is null ? request : with(request));
    }

    private static int YearOf(DayRange days) => LocalCalendar.DateOf(LocalCalendar.SchoolYearStart(days.Start + (days.Length / 2))).Year;
}
