namespace Dnma.Engine.Time;

/// <summary>A half-open range of local days: <see cref="Start"/> is in it, <see cref="End"/> is not. A value, thread safe.</summary>
/// <param name="Start">The first day, as a day number (<see cref="LocalCalendar"/>).</param>
/// <param name="End">The day after the last one.</param>
public readonly record struct DayRange(int Start, int End)
{
    /// <summary>Makes the half-open range of two dates.</summary>
    public static DayRange Of(DateOnly from, DateOnly to) => new(LocalCalendar.DayOf(from), LocalCalendar.DayOf(to));

    /// <summary>How many days it holds; 0 when empty.</summary>
    public int Length => Math.Max(0, End - Start);

    /// <summary>Whether <paramref name="day"/> is in the range.</summary>
    public bool Contains(int day) => day >= Start && day < End;
}
