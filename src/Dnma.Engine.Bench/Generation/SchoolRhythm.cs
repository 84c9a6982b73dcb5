using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Bench.Generation;

/// <summary>When people use their ENT: pupils in class and after it, parents in the evening, teachers around their lessons.</summary>
internal static class SchoolRhythm
{
    /// <summary>The four profiles that the shares of domain §2 are of, with their share of visits and of people, in thousandths.</summary>
    public static readonly (Profile Profile, int Visits, int People)[] Profiles =
        [(Profile.Eleve, 402, 450), (Profile.Parent, 375, 440), (Profile.Enseignant, 192, 85), (Profile.AdminVieScolTech, 31, 25)];

    /// <summary>A quarter of the pupils' visits in lesson hours are whole classes that log in together.</summary>
    public const double ClassShare = 0.25;

    // Monday to Sunday, percent of a school week's visits.
    private static readonly int[] DayWeights = [18, 18, 12, 18, 18, 6, 10];

    // By local hour, percent of a day's visits. Pupils: 40 in the lesson hours 8–11 and 13–16.
    private static readonly int[][] HourWeights =
    [
        [1, 0, 0, 0, 0, 0, 1, 5, 5, 5, 6, 5, 5, 5, 5, 5, 4, 10, 11, 9, 7, 6, 4, 1],
        [2, 1, 0, 0, 0, 0, 1, 5, 6, 4, 4, 3, 6, 5, 3, 3, 4, 6, 8, 9, 9, 9, 8, 4],
        [1, 0, 0, 0, 0, 0, 1, 7, 9, 8, 8, 8, 6, 7, 6, 6, 5, 6, 6, 5, 4, 4, 2, 1],
        [0, 0, 0, 0, 0, 0, 1, 7, 13, 12, 12, 10, 3, 9, 11, 10, 8, 3, 1, 0, 0, 0, 0, 0],
    ];

    /// <summary>
    /// The share of a school week's visits of the profile that falls on one minute of one local hour. In holidays an eighth of it, on
    /// Saturdays and Sundays of holidays too.
    /// </summary>
    public static double ShareOfMinute(int profileIndex, HolidayZone zone, int day, int hour)
    {
        var weekday = day - LocalCalendar.WeekStart(day);
        var share = DayWeights[weekday] * HourWeights[profileIndex][hour] / (100.0 * 100.0 * 60.0);
        return HolidayCalendar.IsOff(zone, day) ? share / 8 : share;
    }

    /// <summary>Whether classes are at their computers in this hour.</summary>
    public static bool IsLessonHour(HolidayZone zone, int day, int hour) =>
        day - LocalCalendar.WeekStart(day) < 5 && !HolidayCalendar.IsOff(zone, day) && hour is (>= 8 and <= 11) or (>= 13 and <= 16);
}
