using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>Which days a period holds.</summary>
internal static class PeriodSpan
{
    private const int DaysOfWeek = 7;
    private const int SomeDayOfNextMonth = 31;
    private const int SomeDayOfNextYear = 366;

    /// <summary>The days of the period that begins at <paramref name="start"/>, inside the measured range.</summary>
    public static DayRange Of(PeriodKind kind, int start, DayRange range)
    {
        var end = kind switch
        {
            PeriodKind.Day => start + 1,
            PeriodKind.Week => start + DaysOfWeek,
            PeriodKind.Month => LocalCalendar.MonthStart(start + SomeDayOfNextMonth),
            PeriodKind.SchoolYear => LocalCalendar.SchoolYearStart(start + SomeDayOfNextYear),
            _ => range.End,
        };
        return new DayRange(Math.Max(start, range.Start), Math.Min(end, range.End));
    }
}
