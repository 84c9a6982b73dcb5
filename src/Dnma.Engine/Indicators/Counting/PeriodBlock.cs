namespace Dnma.Engine.Indicators.Counting;

/// <summary>A block of rows that a finest cell is added to.</summary>
/// <param name="Period">Which byte of the bits of <see cref="FinestCells.Users"/> speaks of its period.</param>
/// <param name="Block">Its number among the rows.</param>
internal readonly record struct PeriodBlock(int Period, int Block);
