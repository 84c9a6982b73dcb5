using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>One territory in one period.</summary>
/// <param name="Period">The kind of period.</param>
/// <param name="Start">Its first day; <see cref="DayPeriods.AllStart"/> for the whole range.</param>
/// <param name="Level">The territory's level.</param>
/// <param name="Code">Its code at this level.</param>
internal readonly record struct BlockKey(PeriodKind Period, int Start, TerritoryLevel Level, int Code)
{
    public CellKey ToCell() => new((int)Period, Start, (int)Level, Code);

    public static BlockKey Of(in CellKey key) => new((PeriodKind)key.A, key.B, (TerritoryLevel)key.C, key.D);
}
