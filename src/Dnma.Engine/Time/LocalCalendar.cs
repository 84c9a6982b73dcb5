namespace Dnma.Engine.Time;

/// <summary>
/// Arithmetic on local days. A day is its number since 1970-01-01 (which is day 0, a Thursday), so it needs no zone. Pure and thread safe.
/// </summary>
public static class LocalCalendar
{
    private const int UnixEpochDayNumber = 719162;

    /// <summary>The day number of a date.</summary>
    public static int DayOf(DateOnly date) => date.DayNumber - UnixEpochDayNumber;

    /// <summary>The date of a day number.</summary>
    public static DateOnly DateOf(int day) => DateOnly.FromDayNumber(day + UnixEpochDayNumber);

    /// <summary>The Monday on or before <paramref name="day"/>.</summary>
    public static int WeekStart(int day) => day - FloorMod(day + 3, 7);

    /// <summary>The first day of the month of <paramref name="day"/>.</summary>
    public static int MonthStart(int day)
    {
        var date = DateOf(day);
        return day - date.Day + 1;
    }

    /// <summary>The 1 August on or before <paramref name="day"/> (domain: a school year is 1 August – 31 July).</summary>
    public static int SchoolYearStart(int day)
    {
        var date = DateOf(day);
        return DayOf(new DateOnly(date.Month >= 8 ? date.Year : date.Year - 1, 8, 1));
    }

    /// <summary>The first day of the period of kind <paramref name="kind"/> that holds <paramref name="day"/>.</summary>
    /// <param name="kind">The kind of period.</param>
    /// <param name="day">A day number.</param>
    /// <param name="allStart">The first measured day, which is the start of <see cref="PeriodKind.All"/>.</param>
    public static int PeriodStart(PeriodKind kind, int day, int allStart) => kind switch
    {
        PeriodKind.Day => day,
        PeriodKind.Week => WeekStart(day),
        PeriodKind.Month => MonthStart(day),
        PeriodKind.SchoolYear => SchoolYearStart(day),
        _ => allStart,
    };

    private static int FloorMod(int value, int divisor)
    {
        var rest = value % divisor;
        return rest < 0 ? rest + divisor : rest;
    }
}
