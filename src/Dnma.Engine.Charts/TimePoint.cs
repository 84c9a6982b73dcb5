namespace Dnma.Engine.Charts;

/// <summary>A period of a series. A value, thread safe.</summary>
/// <param name="Start">The period's first local date.</param>
/// <param name="Value">Its figure.</param>
public readonly record struct TimePoint(DateOnly Start, ChartValue Value);
