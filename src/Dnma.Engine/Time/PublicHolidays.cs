namespace Dnma.Engine.Time;

/// <summary>
/// The eleven public holidays of metropolitan France. Those of Alsace and Moselle alone (Good Friday, 26 December) and those overseas
/// are not among them. Pure and thread safe.
/// </summary>
public static class PublicHolidays
{
    /// <summary>Whether a date is a public holiday.</summary>
    public static bool Contains(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25) => true,
        _ => (date.DayNumber - EasterSunday(date.Year).DayNumber) is 1 or 39 or 50,
    };

    /// <summary>Easter Sunday in the Gregorian calendar; Easter Monday is 1, Ascension Day 39 and Whit Monday 50 days later.</summary>
    /// <param name="year">A year from 1583 on.</param>
    public static DateOnly EasterSunday(int year)
    {
        // The anonymous Gregorian algorithm (Nature, 1876): the first Sunday after the ecclesiastical full moon on or after 21 March.
        var golden = year % 19;
        var century = year / 100;
        var yearOfCentury = year % 100;
        var moonCorrection = ((century * 8) + 13) / 25;
        var epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var day = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }
}
