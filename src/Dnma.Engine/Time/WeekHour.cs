using System.Globalization;

namespace Dnma.Engine.Time;

/// <summary>An hour of a day of the week, on local clocks. A value, thread safe.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Hour">The hour that begins, 0 to 23; on the day that clocks are put back one of them lasts two hours.</param>
public readonly record struct WeekHour(DayOfWeek Day, int Hour)
{
    private const int DaysOfWeek = 7;

    /// <summary>How many hours a day has on a clock.</summary>
    public const int HoursOfDay = 24;

    /// <summary>The 168 hours of a week, Monday first.</summary>
    public static IReadOnlyList<WeekHour> All { get; } =
        [.. Enumerable.Range(1, DaysOfWeek).SelectMany(day => Enumerable.Range(0, HoursOfDay).Select(hour => new WeekHour((DayOfWeek)(day % DaysOfWeek), hour)))];

    /// <summary>Its spelling: ISO's number of the day, Monday 1 to Sunday 7, and two digits of the hour, for example <c>1-08</c>; its order is that of the week.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"{(Day == DayOfWeek.Sunday ? DaysOfWeek : (int)Day)}-{Hour:00}");

    /// <summary>The hour of a local day and clock.</summary>
    /// <param name="zone">Whose clocks.</param>
    /// <param name="instantMs">Milliseconds UTC since 1970.</param>
    public static WeekHour At(CivilZone zone, long instantMs)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var day = zone.DayOf(instantMs);
        return new WeekHour((DayOfWeek)((day - LocalCalendar.WeekStart(day) + 1) % DaysOfWeek), zone.HourOf(instantMs));
    }

    /// <summary>The hour of a spelling.</summary>
    /// <param name="code">Such as <c>1-08</c>.</param>
    /// <param name="hour">The hour; that of midnight on Sunday where there is none.</param>
    public static bool TryParse(string code, out WeekHour hour)
    {
        ArgumentNullException.ThrowIfNull(code);
        hour = default;
        if (code is not [>= '1' and <= '7', '-', >= '0' and <= '2', >= '0' and <= '9'])
        {
            return false;
        }

        var number = ((code[2] - '0') * 10) + code[3] - '0';
        if (number >= HoursOfDay)
        {
            return false;
        }

        hour = new WeekHour((DayOfWeek)((code[0] - '0') % DaysOfWeek), number);
        return true;
    }
}
