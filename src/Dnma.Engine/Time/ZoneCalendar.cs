namespace Dnma.Engine.Time;

/// <summary>The school calendar of one zone: its days and its weeks by rank, laid out once. Immutable.</summary>
internal sealed class ZoneCalendar
{
    private const int DaysOfWeek = 7;

    /// <summary>Longer than any stretch between two holidays; beyond it, the holidays of a term are missing.</summary>
    private const int LongestTermDays = 110;

    private readonly bool[] _schoolDays;
    private readonly Dictionary<int, DateOnly> _firstDays = [];
    private readonly Dictionary<int, SchoolWeek[]> _weeks = [];
    private readonly Dictionary<int, SchoolWeek> _weekByMonday = [];

    /// <param name="told">What is told of the zone.</param>
    public ZoneCalendar(ZoneHolidays told)
    {
        Holidays = [.. AfterLastGap([.. told.Holidays.OrderBy(static holiday => holiday.FirstDayOff).ThenBy(static holiday => holiday.LastDayOff)])];
        if (Holidays.Count == 0)
        {
            _schoolDays = [];
            return;
        }

        var end = LocalCalendar.DayOf(Holidays.Max(static holiday => holiday.LastDayOff)) + 1;
        if (told.SummerBegins is { } summer && LocalCalendar.DayOf(summer) - end <= LongestTermDays)
        {
            // A summer lasts longer than the week that it begins in, so that week is known whole.
            SummerBegins = summer;
            end = Math.Max(end, LocalCalendar.WeekStart(LocalCalendar.DayOf(summer)) + DaysOfWeek);
        }

        Coverage = new DayRange(LocalCalendar.DayOf(Holidays[0].FirstDayOff), end);
        _schoolDays = new bool[Coverage.Length];
        var law = PublicHolidays.LawOf(told.Zone);
        for (var day = Coverage.Start; day < Coverage.End; day++)
        {
            var date = LocalCalendar.DateOf(day);
            _schoolDays[day - Coverage.Start] = date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !PublicHolidays.Contains(date, law)
                && (SummerBegins is null || date < SummerBegins);
        }

        foreach (var holiday in Holidays)
        {
            var range = DayRange.Of(holiday.FirstDayOff, holiday.LastDayOff.AddDays(1));
            _schoolDays.AsSpan(range.Start - Coverage.Start, range.Length).Clear();
        }

        LayWeeks();
    }

    /// <summary>By date.</summary>
    public IReadOnlyList<SchoolHoliday> Holidays { get; }

    /// <summary>The first day off of a last summer whose end is not told; null too when holidays before it are missing.</summary>
    public DateOnly? SummerBegins { get; }

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

    /// <summary>The holidays after the last stretch in which some must be missing.</summary>
    private static ReadOnlySpan<SchoolHoliday> AfterLastGap(SchoolHoliday[] holidays)
    {
        var (start, last) = (0, DateOnly.MinValue);
        for (var index = 0; index < holidays.Length; index++)
        {
            start = index > 0 && holidays[index].FirstDayOff.DayNumber - last.DayNumber > LongestTermDays ? index : start;
            last = holidays[index].LastDayOff > last ? holidays[index].LastDayOff : last;
        }

        return holidays.AsSpan(start);
    }

    private void LayWeeks()
    {
        SchoolHoliday[] summers = [.. Holidays.Where(static holiday => holiday.Kind == SchoolHolidayKind.Ete)];
        for (var index = 0; index < summers.Length; index++)
        {
            var first = summers[index].LastDayOff.AddDays(1);
            var end = index + 1 < summers.Length ? LocalCalendar.DayOf(summers[index + 1].FirstDayOff) : Coverage.End;
            if (_firstDays.TryAdd(first.Year, first))
            {
                _weeks.Add(first.Year, [.. WeeksBetween(first, end)]);
            }
        }

        foreach (var week in _weeks.Values.SelectMany(static weeks => weeks))
        {
            _weekByMonday[week.Days.Start] = week;
        }
    }

    private IEnumerable<SchoolWeek> WeeksBetween(DateOnly first, int end)
    {
        var rank = 0;
        for (var monday = LocalCalendar.WeekStart(LocalCalendar.DayOf(first)); monday < end && monday + DaysOfWeek <= Coverage.End; monday += DaysOfWeek)
        {
            var days = CountFrom(monday);
            if (days > 0)
            {
                yield return new SchoolWeek(first.Year, ++rank, new DayRange(monday, monday + DaysOfWeek), days);
            }
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
