using Dnma.Engine.Time;

namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>The days of one start of the school year: which week since the pupils' first day, and how much is done. Immutable, thread safe.</summary>
/// <param name="start">The start.</param>
internal sealed class DayRhythm(StartBehaviour start)
{
    /// <summary>The pupils' first day.</summary>
    public DateOnly PupilsFirstDay { get; } = SchoolCalendar.BuiltIn.PupilsFirstDay(start.Year, SchoolZone.A)!.Value;

    /// <summary>The Monday of the first week: that of the pupils' first day.</summary>
    public DateOnly FirstMonday => PupilsFirstDay.AddDays(-(((int)PupilsFirstDay.DayOfWeek + 6) % 7));

    /// <summary>The day after the last one: the study is about September to December.</summary>
    public DateOnly End { get; } = new(start.Year + 1, 1, 1);

    /// <summary>The days, from the Monday of the first week, on which teachers prepare it.</summary>
    public IEnumerable<DateOnly> Days() => Enumerable.Range(0, End.DayNumber - FirstMonday.DayNumber).Select(FirstMonday.AddDays);

    /// <summary>Which week since the pupils' first day a day is in: 0 for that day's own.</summary>
    public int WeekOf(DateOnly day) => (day.DayNumber - FirstMonday.DayNumber) / 7;

    /// <summary>Visits of somebody who is back, beside a usual Monday's.</summary>
    public double VisitsBesideUsualMonday(DateOnly day)
    {
        var week = WeekOf(day);
        var season = Behaviours.Season[Math.Min(week, Behaviours.Season.Length - 1)] * start.Eagerness[Math.Min(week, start.Eagerness.Count - 1)];
        var weekday = Behaviours.Weekdays[PublicHolidays.Contains(day) ? 0 : (int)day.DayOfWeek];
        return season * weekday * (IsHoliday(day) ? Behaviours.Holidays : 1);
    }

    /// <summary>Autumn and Christmas are the same in all zones (domain §6).</summary>
    private static bool IsHoliday(DateOnly day) => SchoolCalendar.BuiltIn.HolidaysOf(SchoolZone.A).Any(holiday => holiday.Kind != SchoolHolidayKind.Ete && holiday.Contains(day));
}
