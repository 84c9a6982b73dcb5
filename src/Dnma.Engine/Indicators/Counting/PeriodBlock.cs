namespace Dnma.Engine.Indicators.Counting;

/// <summary>A block of rows that a finest cell is added to.</summary>
/// <param name="Lane">Which of <see cref="RowFigures.UsersByPeriod"/> speaks of its period.</param>
/// <param name="Block">Its number among the rows.</param>
internal readonly record struct PeriodBlock(int Lane, int Block);
