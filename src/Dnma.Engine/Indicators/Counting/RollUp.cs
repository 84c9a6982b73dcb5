using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Adds the finest cells up to rows: over places into territories, over days into periods. Used once.</summary>
internal sealed class RollUp
{
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

    /// <summary>Rows of visits, and of what they used: modalities of <see cref="UseDimensions"/>.</summary>
    public RowCells Indicators { get; } = new();

    /// <summary>Rows of clicks, downloads and events.</summary>
    public RowCells Events { get; } = new();

    /// <summary>The blocks that the figures of a place and an atom, or of an area and a day, belong to.</summary>
    private delegate List<PeriodBlock> Blocks(RowCells rows, Func<PeriodKind, TerritoryLevel, bool> counts, int territory, int start);

    /// <summary>Adds all workers' counts; to be called once.</summary>
    /// <param name="counters">What the workers counted.</param>
    /// <param name="cancellation">Stops the adding; what was added then is of no use.</param>
    public void Run(IReadOnlyList<IndicatorCounter> counters, CancellationToken cancellation = default)
    {
        foreach (var counter in counters)
        {
            var modalities = ModalitiesOf(counter.UsageModalities);
            Add(counter.Atoms, modalities, BlocksOf, cancellation);
            Add(counter.Days, modalities, DayBlocksOf, cancellation);
            TakeOffRepeats(counter.Repeats, modalities, cancellation);
            AddEvents(counter.Events, BlocksOf, cancellation);
            AddEvents(counter.EventsByDay, DayBlocksOf, cancellation);
            counter.LabelUsers.Drain((block, dimension, value, users) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var rows = UseDimensions.IsEvent(dimension) ? Events : Indicators;
                rows.Row(rows.BlockIndex(block), rows.ModalityIndex(dimension, value)).Users += users;
            });
        }
    }

    /// <summary>What a worker's modalities are numbered among the rows.</summary>
    private int[] ModalitiesOf(UsageModalities usageModalities)
    {
        var modalities = new int[usageModalities.End];
        for (var modality = 0; modality < modalities.Length; modality++)
        {
            var (dimension, value) = modality < ModalitySlots.Count ? (UseDimensions.Slot, modality) : usageModalities.RowOf(modality);
            modalities[modality] = Indicators.ModalityIndex(dimension, value);
        }

        return modalities;
    }

    private void Add(FinestCells cells, int[] modalities, Blocks blocksOf, CancellationToken cancellation)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (territory, start) = cells.KeyOf(i);
            var finest = cells[i];
            foreach (var (lane, block) in blocksOf(Indicators, _plan.Counts, territory, start))
            {
                Indicators.RowsOf(block).Reserve(finest.Count);
                for (var place = 0; place < finest.Count; place++)
                {
                    ref readonly var figures = ref finest[place];
                    ref var row = ref Indicators.Row(block, modalities[finest.ModalityAt(place)]);
                    row.Measures.Add(figures.Measures);
                    row.Users += figures.UsersByPeriod[lane];
                }
            }

            cells.Release(i, Indicators.Arrays);
        }

        AddCells(cells.Rare, Indicators, _plan.Counts, blocksOf, key => modalities[key.C], cancellation);
    }

    private void TakeOffRepeats(CellTable<long> repeats, int[] modalities, CancellationToken cancellation)
    {
        for (var i = 0; i < repeats.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var key = repeats.KeyOf(i);
            var (period, level) = FirstSights.RepeatOf(key.A);
            Indicators.Row(Indicators.BlockIndex(new BlockKey(period, key.B, level, key.C)), modalities[key.D]).Users -= repeats[i];
        }
    }

    private void AddEvents(MeasureCells events, Blocks blocksOf, CancellationToken cancellation) =>
        AddCells(events, Events, _plan.CountsEvents, blocksOf, key => Events.ModalityIndex(key.C, key.D), cancellation);

    /// <summary>Adds cells whose keys begin with a territory and a start.</summary>
    private static void AddCells(
        MeasureCells cells,
        RowCells rows,
        Func<PeriodKind, TerritoryLevel, bool> counts,
        Blocks blocksOf,
        Func<CellKey, int> modalityOf,
        CancellationToken cancellation)
    {
        List<PeriodBlock> blocks = [];
        var (territory, start) = (-1, int.MinValue);
        foreach (var cell in cells.InOrder())
        {
            cancellation.ThrowIfCancellationRequested();
            var key = cells.KeyOf(cell);
            if ((key.A, key.B) != (territory, start))
            {
                (territory, start) = (key.A, key.B);
                blocks = blocksOf(rows, counts, territory, start);
            }

            var modality = modalityOf(key);
            foreach (var block in blocks)
            {
                rows.Row(block.Block, modality).Measures.Add(cells[cell]);
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
            foreach (var level in _plan.LevelsOf(period))
            {
                if (counts(period, level))
                {
                    var block = rows.BlockIndex(new BlockKey(period, start, level, _territories.CodeOf(level, tuple)));
                    blocks.Add(new PeriodBlock(FirstSights.LaneOf(period), block));
                }
            }
        }

        return blocks;
    }

    /// <summary>The blocks of one day that an area's figures belong to.</summary>
    private List<PeriodBlock> DayBlocksOf(RowCells rows, Func<PeriodKind, TerritoryLevel, bool> counts, int area, int day)
    {
        var blocks = new List<PeriodBlock>();
        foreach (var level in _plan.LevelsOf(PeriodKind.Day))
        {
            if (counts(PeriodKind.Day, level))
            {
                var block = rows.BlockIndex(new BlockKey(PeriodKind.Day, day, level, EstablishmentFacts.CodeOf(level, area)));
                blocks.Add(new PeriodBlock(FirstSights.LaneOf(PeriodKind.Day), block));
            }
        }

        return blocks;
    }
}
