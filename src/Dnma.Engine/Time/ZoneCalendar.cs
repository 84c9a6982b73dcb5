namespace Dnma.Engine.Time;

/// <summary>The school calendar of one zone: its days and its weeks by rank, laid out once. Immutable.</summary>
internal sealed class ZoneCalendar
{
    private const int DaysOfWeek = 7;
    private readonly bool[] _schoolDays;
    private readonly Dictionary<int, DateOnly> _firstDays = [];
    private readonly Dictionary<int, SchoolWeek[]> _weeks = [];
    private readonly Dictionary<int, SchoolWeek> _weekByMonday = [];

    /// <param name="holidays">By date.</param>
    public ZoneCalendar(IReadOnlyList<SchoolHoliday> holidays)
    {
        Holidays = holidays;
        if (holidays.Count == 0)
        {
            _schoolDays = [];
            return;
        }

        Coverage = DayRange.Of(holidays[0].FirstDayOff, holidays[^1].LastDayOff.AddDays(1));
        _schoolDays = new bool[Coverage.Length];
        for (var day = Coverage.Start; day < Coverage.End; day++)
        {
            var date = LocalCalendar.DateOf(day);
            _schoolDays[day - Coverage.Start] = date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !PublicHolidays.Contains(date);
        }

        foreach (var holiday in holidays)
        {
            var range = DayRange.Of(holiday.FirstDayOff, holiday.LastDayOff.AddDays(1));
            _schoolDays.AsSpan(range.Start - Coverage.Start, range.Length).Clear();
        }

        LayWeeks();
    }

    /// <summary>By date.</summary>
    public IReadOnlyList<SchoolHoliday> Holidays { get; }

    /// <summary>From the first holiday to the last; empty without holidays.</summary>
    public DayRange Coverage { get; }

    /// <summary>Whether pupils have school on a day of the coverage.</summary>
    public bool IsSchoolDay(int day) => _schoolDays[day - Coverage.Start];

    /// <summary>The day after the summer that ends in a year; null when none does.</summary>
    public DateOnly? FirstDayOf(int schoolYear) => _firstDays.TryGetValue(schoolYear, out var day) ? day : null;

    /// <summary>The weeks of a school year, by rank.</summary>
    public IReadOnlyList<SchoolWeek> WeeksOf(int schoolYear) => _weeks.GetValueOrDefault(schoolYear, []);

    /// <summary>The school week of a day; null when it has none.</summary>
    public SchoolWeek? WeekOf(int day) => _weekByMonday.TryGetValue(LocalCalendar.WeekStart(day), out var week) ? week : null;

    private void LayWeeks()
    {
        SchoolHoliday[] summers = [.. Holidays.Where(static holiday => holiday.Kind == SchoolHolidayKind.Ete)];
        for (var index = 0; index < summers.Length; index++)
        {
            var first = summers[index].LastDayOff.AddDays(1);
            var start = LocalCalendar.DayOf(first);
            var end = index + 1 < summers.Length ? LocalCalendar.DayOf(summers[index + 1].FirstDayOff) : Coverage.End;
            _firstDays.Add(first.Year, first);
            var weeks = new List<SchoolWeek>();
            for (var monday = LocalCalendar.WeekStart(start); monday < end && monday + DaysOfWeek <= Coverage.End; monday += DaysOfWeek)
            {
                var days = CountFrom(monday);
                if (days > 0)
                {
                    var week = new SchoolWeek(first.Year, weeks.Count + 1, new DayRange(monday, monday + DaysOfWeek), days);
                    weeks.Add(week);
                    _weekByMonday.Add(monday, week);
                }
            }

            _weeks.Add(first.Year, [.. weeks]);
        }
    }

    private int CountFrom(int monday)
    {
        var count = 0;
        for (var day = Math.Max(monday, Coverage.Start); day < monday + DaysOfWeek; day++)
        {
            count += IsSchoolDay(day) ? 1 : 0;
        }

        return count;
    }
}
