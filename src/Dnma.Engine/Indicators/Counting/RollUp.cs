using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Adds the finest cells up to rows: over facts and usages into modalities, over places into territories, over days into periods. Used once.
/// </summary>
internal sealed class RollUp
{
    private static readonly TerritoryLevel[] DayLevels = [TerritoryLevel.National, TerritoryLevel.Academy, TerritoryLevel.Department];
    private readonly CountingPlan _plan;
    private readonly HitDictionaries _dictionaries;
    private readonly TerritoryIndex _territories;

    /// <param name="plan">Which periods and levels are counted.</param>
    /// <param name="dictionaries">What codes mean.</param>
    /// <param name="territories">Which territories places belong to.</param>
    public RollUp(CountingPlan plan, HitDictionaries dictionaries, TerritoryIndex territories)
    {
        _plan = plan;
        _dictionaries = dictionaries;
        _territories = territories;
    }

    /// <summary>Rows by (block, slot): the dimensions that divide visits.</summary>
    public RowCells Slots { get; } = new();

    /// <summary>Rows by (block, use dimension, value): services, types, tools, custom dimensions.</summary>
    public RowCells Uses { get; } = new();

    /// <summary>Rows by (block, event dimension, label): clicks, downloads, events.</summary>
    public RowCells Events { get; } = new();

    /// <summary>Adds all workers' counts; to be called once. The rows of visits are rolled up beside those of uses and events.</summary>
    /// <param name="counters">What the workers counted.</param>
    /// <param name="cancellation">Stops the adding; what was added then is of no use.</param>
    public void Run(IReadOnlyList<IndicatorCounter> counters, CancellationToken cancellation = default) => Parallel.Invoke(
        new ParallelOptions { CancellationToken = cancellation },
        () =>
        {
            foreach (var counter in counters)
            {
                Add(counter.Visits, new VisitModalities(), Slots, cancellation);
            }
        },
        () =>
        {
            foreach (var counter in counters)
            {
                Add(counter.Uses, counter.UsageModalities, Uses, cancellation);
                AddEvents(counter, cancellation);
            }
        });

    private void Add(FinestCells cells, IModalities modalities, RowCells rows, CancellationToken cancellation)
    {
        var spread = new ModalitySpread(modalities, rows);
        spread.Add(cells.Measures, (place, atom) => BlocksOf(rows, _plan.Counts, place, atom), cancellation);
        spread.Add(cells.MeasuresByDay, (region, day) => DayBlocksOf(rows, _plan.Counts, region, day), cancellation);
        spread.AddUsers(cells.Users, (place, atom) => BlocksOf(rows, _plan.Counts, place, atom), cancellation);
        spread.AddUsers(cells.UsersByDay, (region, day) => DayBlocksOf(rows, _plan.Counts, region, day), cancellation);
        for (var cell = 0; cell < cells.Repeats.Count; cell++)
        {
            var key = cells.Repeats.KeyOf(cell);
            var (period, level) = FinestCells.RepeatOf(key.A);
            var (dimension, value) = modalities.RowOf(key.D);
            rows.Row(rows.BlockIndex(new BlockKey(period, key.B, level, key.C)), dimension, value).Users -= cells.Repeats[cell];
        }
    }

    private void AddEvents(IndicatorCounter counter, CancellationToken cancellation)
    {
        counter.LabelUsers.Drain((block, dimension, value, users) =>
        {
            var rows = UseDimensions.IsEvent(dimension) ? Events : Uses;
            rows.Row(rows.BlockIndex(block), dimension, value).Users += users;
        });
        AddEvents(counter.Events, (place, atom) => BlocksOf(Events, _plan.CountsEvents, place, atom), cancellation);
        AddEvents(counter.EventsByDay, (region, day) => DayBlocksOf(Events, _plan.CountsEvents, region, day), cancellation);
    }

    private void AddEvents(MeasureCells events, Func<int, int, List<PeriodBlock>> blocksOf, CancellationToken cancellation)
    {
        List<PeriodBlock> blocks = [];
        var (first, second) = (-1, int.MinValue);
        foreach (var cell in events.InOrder())
        {
            cancellation.ThrowIfCancellationRequested();
            var key = events.KeyOf(cell);
            if ((key.A, key.B) != (first, second))
            {
                (first, second) = (key.A, key.B);
                blocks = blocksOf(first, second);
            }

            foreach (var block in blocks)
            {
                Events.Row(block.Block, key.C, key.D).Measures.Add(events[cell]);
            }
        }
    }

    /// <summary>The blocks, longer than a day, that a place's figures of an atom of days belong to.</summary>
    private List<PeriodBlock> BlocksOf(RowCells rows, Func<PeriodKind, TerritoryLevel, bool> counts, int place, int atom)
    {
        var blocks = new List<PeriodBlock>(CountingPlan.PeriodCount * CountingPlan.LevelCount);
        var tuple = _dictionaries.Places[place];
        for (var period = PeriodKind.Week; period <= PeriodKind.All; period++)
        {
            var start = LocalCalendar.PeriodStart(period, atom, DayPeriods.AllStart);
            for (var level = TerritoryLevel.National; level <= TerritoryLevel.Establishment; level++)
            {
                if (counts(period, level))
                {
                    var block = rows.BlockIndex(new BlockKey(period, start, level, _territories.CodeOf(level, tuple)));
                    blocks.Add(new PeriodBlock((int)period - 1, block));
                }
            }
        }

        return blocks;
    }

    /// <summary>The blocks of one day that a region's figures belong to.</summary>
    private static List<PeriodBlock> DayBlocksOf(RowCells rows, Func<PeriodKind, TerritoryLevel, bool> counts, int region, int day)
    {
        var blocks = new List<PeriodBlock>(DayLevels.Length);
        foreach (var level in DayLevels)
        {
            if (counts(PeriodKind.Day, level))
            {
                blocks.Add(new PeriodBlock(0, rows.BlockIndex(new BlockKey(PeriodKind.Day, day, level, EstablishmentFacts.CodeOf(level, region)))));
            }
        }

        return blocks;
    }
}
