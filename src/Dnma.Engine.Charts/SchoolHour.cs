namespace Dnma.Engine.Charts;

/// <summary>An hour of a day of the week. A value, thread safe.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Hour">The local hour that begins, 0 to 23.</param>
/// <param name="Value">Its figure.</param>
public readonly record struct SchoolHour(DayOfWeek Day, int Hour, ChartValue Value);
