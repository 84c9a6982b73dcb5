using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>
/// The weeks of a school year under the holidays of a zone. Where no calendar tells, they are the weeks in which zones A, B and C all have school (outside
/// of the calendar's years those from September to June): good enough to align by, not to count school days. Immutable.
/// </summary>
internal sealed class RankedWeeks
{
    private const int DaysOfWeek = 7;
    private readonly Dictionary<int, int> _schoolDays;

    private RankedWeeks(int year, bool hasCalendar, (int Monday, int SchoolDays)[] weeks)
    {
        (HasCalendar, Weeks) = (hasCalendar, weeks);
        First = MondayFrom(new DateOnly(year, 8, 1));
        InnerEnd = LocalCalendar.WeekStart(LocalCalendar.DayOf(new DateOnly(year + 1, 8, 1)));
        Edge = InnerEnd < MondayFrom(new DateOnly(year + 1, 8, 1)) ? InnerEnd : null;
        _schoolDays = weeks.ToDictionary(week => week.Monday, week => week.SchoolDays);
    }

    /// <summary>Whether the calendar tells the school days.</summary>
    public bool HasCalendar { get; }

    /// <summary>The weeks with school by rank, from 1 at index 0: Monday as a day number, and school days (0 without a calendar).</summary>
    public (int Monday, int SchoolDays)[] Weeks { get; }

    /// <summary>The first Monday of the year, from 1 August.</summary>
    public int First { get; }

    /// <summary>The Monday after the last week that lies in the year with all of its days.</summary>
    public int InnerEnd { get; }

    /// <summary>The last Monday of the year, where its week reaches into August; a measurement of the year alone does not hold it whole.</summary>
    public int? Edge { get; }

    /// <summary>How many school days a week holds; 0 where the calendar does not tell.</summary>
    public int SchoolDays(int monday) => _schoolDays.GetValueOrDefault(monday);

    /// <summary>The weeks of a school year.</summary>
    /// <param name="calendar">What tells the holidays.</param>
    /// <param name="zone">The zone; null where it is not known.</param>
    /// <param name="year">The calendar year of the pupils' first day.</param>
    public static RankedWeeks Of(SchoolCalendar calendar, SchoolZone? zone, int year) =>
        zone is { } known && Weekly(calendar, known, year) is { Length: > 0 } weeks ? new(year, true, weeks) : new(year, false, Common(calendar, year));

    private static (int Monday, int SchoolDays)[] Common(SchoolCalendar calendar, int year)
    {
        var zones = new[] { SchoolZone.A, SchoolZone.B, SchoolZone.C }.Select(zone => Weekly(calendar, zone, year).Select(week => week.Monday)).ToArray();
        int[] shared = [.. zones.Aggregate((one, other) => one.Intersect(other))];
        return [.. (shared.Length > 0 ? shared : SeptemberToJune(year)).Select(monday => (monday, 0))];
    }

    private static IEnumerable<int> SeptemberToJune(int year)
    {
        var end = LocalCalendar.DayOf(new DateOnly(year + 1, 7, 1));
        for (var monday = LocalCalendar.WeekStart(LocalCalendar.DayOf(new DateOnly(year, 9, 1))); monday < end; monday += DaysOfWeek)
        {
            yield return monday;
        }
    }

    /// <summary>Empty where the calendar does not tell the year up to its summer, or the zone's school year is another one, as in the Pacific.</summary>
    private static (int Monday, int SchoolDays)[] Weekly(SchoolCalendar calendar, SchoolZone zone, int year)
    {
        var (first, end) = (LocalCalendar.DayOf(new DateOnly(year, 8, 1)), LocalCalendar.DayOf(new DateOnly(year + 1, 8, 1)));
        (int Monday, int SchoolDays)[] weeks = [.. calendar.WeeksOf(year, zone).Select(week => (week.Days.Start, week.SchoolDays))];
        return calendar.TellsUntil(LocalCalendar.DateOf(end), zone) && Array.TrueForAll(weeks, week => week.Monday >= first && week.Monday < end) ? weeks : [];
    }

    private static int MondayFrom(DateOnly date) => LocalCalendar.WeekStart(LocalCalendar.DayOf(date) + DaysOfWeek - 1);
}
