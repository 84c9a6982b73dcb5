namespace Dnma.Engine.Time;

/// <summary>One holiday of one zone; both days are included. A value, thread safe.</summary>
/// <param name="Kind">Which holiday.</param>
/// <param name="FirstDayOff">The first day without school.</param>
/// <param name="LastDayOff">The last day without school.</param>
public readonly record struct SchoolHoliday(SchoolHolidayKind Kind, DateOnly FirstDayOff, DateOnly LastDayOff)
{
    /// <summary>Whether a date is in the holiday, its first and last day included.</summary>
    public bool Contains(DateOnly date) => date >= FirstDayOff && date <= LastDayOff;
}
