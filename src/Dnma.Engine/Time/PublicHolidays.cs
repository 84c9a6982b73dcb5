namespace Dnma.Engine.Time;

/// <summary>
/// Public holidays: the eleven of metropolitan France, and those that Alsace and Moselle and the territories overseas have besides
/// (<see cref="PublicHolidayLaw"/>). Pure and thread safe.
/// </summary>
public static class PublicHolidays
{
    /// <summary>Whether a date is a public holiday in all of France.</summary>
    public static bool Contains(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25) => true,
        _ => (date.DayNumber - EasterSunday(date.Year).DayNumber) is 1 or 39 or 50,
    };

    /// <summary>Whether a date is a public holiday in a part of France.</summary>
    /// <param name="date">The local day.</param>
    /// <param name="law">The part, by its public holidays.</param>
    public static bool Contains(DateOnly date, PublicHolidayLaw law) => Contains(date) || (law, date.Month, date.Day) switch
    {
        (PublicHolidayLaw.AlsaceMoselle, 12, 26) => true,
        (PublicHolidayLaw.Guadeloupe, 5, 27) or (PublicHolidayLaw.Guadeloupe or PublicHolidayLaw.Martinique, 7, 21) => true,
        (PublicHolidayLaw.Martinique, 5, 22) or (PublicHolidayLaw.Guyane, 6, 10) or (PublicHolidayLaw.Reunion, 12, 20) or (PublicHolidayLaw.Mayotte, 4, 27) => true,
        (PublicHolidayLaw.SaintBarthelemy, 10, 9) or (PublicHolidayLaw.NouvelleCaledonie, 9, 24) => true,
        (PublicHolidayLaw.SaintMartin, 5, var day) => day == (date.Year >= 2018 ? 28 : 27),
        (PublicHolidayLaw.PolynesieFrancaise, 3, 5) or (PublicHolidayLaw.PolynesieFrancaise, 6, 29) => true,
        (PublicHolidayLaw.WallisEtFutuna, 4, 28) or (PublicHolidayLaw.WallisEtFutuna, 7, 29) => true,
        (PublicHolidayLaw.AlsaceMoselle or PublicHolidayLaw.Guadeloupe or PublicHolidayLaw.Martinique or PublicHolidayLaw.PolynesieFrancaise, _, _) => IsGoodFriday(date),
        _ => false,
    };

    /// <summary>The public holidays that a school zone has as a whole; parts of it may have more: Alsace and Moselle in zone B, Saint-Martin in Guadeloupe.</summary>
    public static PublicHolidayLaw LawOf(SchoolZone zone) => zone switch
    {
        SchoolZone.Guadeloupe => PublicHolidayLaw.Guadeloupe,
        SchoolZone.Martinique => PublicHolidayLaw.Martinique,
        SchoolZone.Guyane => PublicHolidayLaw.Guyane,
        SchoolZone.Reunion => PublicHolidayLaw.Reunion,
        SchoolZone.Mayotte => PublicHolidayLaw.Mayotte,
        SchoolZone.NouvelleCaledonie => PublicHolidayLaw.NouvelleCaledonie,
        SchoolZone.PolynesieFrancaise => PublicHolidayLaw.PolynesieFrancaise,
        SchoolZone.WallisEtFutuna => PublicHolidayLaw.WallisEtFutuna,
        _ => PublicHolidayLaw.Metropole,
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

    private static bool IsGoodFriday(DateOnly date) => date.DayNumber - EasterSunday(date.Year).DayNumber == -2;
}
