using System.Globalization;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Time;

/// <summary>Which days pupils have school. It serves analyses and samples, and no certified figure. Pure and thread safe.</summary>
public static class SchoolCalendar
{
    /// <summary>Whether the calendar can tell of a day in a zone: zones A, B and C, 2019-10-19 to 2027-08-31.</summary>
    public static bool Covers(DateOnly date, SchoolZone zone) =>
        SchoolHolidays.IsKnown(zone) && date >= SchoolHolidays.FirstKnownDay && date <= SchoolHolidays.LastKnownDay;

    /// <summary>
    /// Whether pupils have school: Monday to Friday, outside school and public holidays. Wednesday counts, for all collèges and lycées teach on
    /// its morning, though many écoles do not; Saturday does not, though some lycées do. Closures such as that of spring 2020 are no holidays.
    /// </summary>
    /// <param name="date">The local day.</param>
    /// <param name="zone">The zone of the académie.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the calendar does not cover the day in that zone.</exception>
    public static bool IsSchoolDay(DateOnly date, SchoolZone zone)
    {
        if (!Covers(date, zone))
        {
            throw new EngineException(
                ErrorId.InvalidOption,
                "school calendar",
                string.Create(CultureInfo.InvariantCulture, $"the holidays of {zone} on {date:yyyy-MM-dd} are not known"),
                string.Create(CultureInfo.InvariantCulture, $"ask for zone A, B or C and {SchoolHolidays.FirstKnownDay:yyyy-MM-dd} to {SchoolHolidays.LastKnownDay:yyyy-MM-dd}"));
        }

        return date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsSchoolHoliday(date, zone) && !PublicHolidays.Contains(date);
    }

    /// <summary>How many school days a half-open range of local days holds.</summary>
    /// <param name="range">The days.</param>
    /// <param name="zone">The zone of the académie.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the calendar does not cover one of the days in that zone.</exception>
    public static int CountSchoolDays(DayRange range, SchoolZone zone)
    {
        var count = 0;
        for (var day = range.Start; day < range.End; day++)
        {
            count += IsSchoolDay(LocalCalendar.DateOf(day), zone) ? 1 : 0;
        }

        return count;
    }

    private static bool IsSchoolHoliday(DateOnly date, SchoolZone zone)
    {
        foreach (var holiday in SchoolHolidays.Of(zone))
        {
            if (holiday.Contains(date))
            {
                return true;
            }
        }

        return false;
    }
}
