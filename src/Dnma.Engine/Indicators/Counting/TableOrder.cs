using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Texts and order of the first four key columns: period, start, level, code, each by its UTF-8 bytes.</summary>
internal sealed class TableOrder
{
    private static readonly int[] PeriodRanks = CodeTexts.RanksOf([.. Enum.GetValues<PeriodKind>().Select(period => period.Code())]);
    private static readonly int[] LevelRanks = CodeTexts.RanksOf([.. Enum.GetValues<TerritoryLevel>().Select(level => level.Code())]);
    private readonly CodeTexts[] _levels;
    private readonly int _allStart;

    /// <param name="territories">What levels' codes mean, complete.</param>
    /// <param name="allStart">The first measured day.</param>
    public TableOrder(TerritoryIndex territories, int allStart)
    {
        _allStart = allStart;
        _levels = new CodeTexts[CountingPlan.LevelCount];
        for (var level = 0; level < _levels.Length; level++)
        {
            _levels[level] = territories.LabelsOf((TerritoryLevel)level) is { } labels
                ? new CodeTexts(labels)
                : new CodeTexts(new LabelDictionary(), IndicatorCodes.National);
        }
    }

    public int StartOf(BlockKey block) => block.Period == PeriodKind.All ? _allStart : block.Start;

    public string CodeOf(BlockKey block) => _levels[(int)block.Level].Texts[block.Code];

    /// <summary>Sorts as (period, start, level, code) do. Starts count from year 1 here: a range may begin before 1970, and a negative day would not sort.</summary>
    public ulong KeyOf(BlockKey block) =>
        ((ulong)PeriodRanks[(int)block.Period] << 61)
        | ((ulong)LocalCalendar.DateOf(StartOf(block)).DayNumber << 36)
        | ((ulong)LevelRanks[(int)block.Level] << 32)
        | (uint)_levels[(int)block.Level].Ranks[block.Code];
}
