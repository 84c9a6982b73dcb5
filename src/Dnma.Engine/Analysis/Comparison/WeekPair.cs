namespace Dnma.Engine.Analysis.Comparison;

/// <summary>Two weeks that are compared.</summary>
/// <param name="A">The Monday in period A, as a day number.</param>
/// <param name="DaysA">Its school days; 0 where the calendar does not tell.</param>
/// <param name="B">The Monday in period B.</param>
/// <param name="DaysB">Its school days.</param>
internal readonly record struct WeekPair(int A, int DaysA, int B, int DaysB);
