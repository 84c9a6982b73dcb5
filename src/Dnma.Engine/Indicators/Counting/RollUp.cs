using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Brings the workers' counts together: additive cells are rolled up over territories, periods and dimensions; users, who are in one worker
/// only, are added. Sums of integers, so the order of workers and cells cannot show.
/// </summary>
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
                AddVisits(counter.Measures, cancellation);
                counter.Users.DrainVisits((block, slot, users) => Slots.Row(Slots.BlockIndex(block), slot, 0).Users += users);
            }
        },
        () =>
        {
            foreach (var counter in counters)
            {
                Expand(counter.Measures.Uses, counter.Measures.UsesByDay, Uses, _plan.Counts, cancellation);
                counter.Users.DrainUses((block, dimension, value, users) =>
                {
                    var rows = UseDimensions.IsEvent(dimension) ? Events : Uses;
                    rows.Row(rows.BlockIndex(block), dimension, value).Users += users;
                });
                Expand(counter.Measures.Events, counter.Measures.EventsByDay, Events, _plan.CountsEvents, cancellation);
            }
        });

    private void AddVisits(MeasureCounter measures, CancellationToken cancellation)
    {
        // First over facts into slots, then over periods and levels: the other way round would do each sum thirty times.
        var (byAtom, byDay) = (new MeasureCells(), new MeasureCells());
        SpreadFacts(measures.Visits, byAtom, cancellation);
        SpreadFacts(measures.VisitsByDay, byDay, cancellation);
        Expand(byAtom, byDay, Slots, _plan.Counts, cancellation);
    }

    private static void SpreadFacts(MeasureCells from, MeasureCells to, CancellationToken cancellation)
    {
        Span<int> slots = stackalloc int[ModalitySlots.PerVisit];
        for (var cell = 0; cell < from.Count; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            var key = from.KeyOf(cell);
            new VisitFacts(key.C).FillSlots(slots);
            foreach (var slot in slots)
            {
                to.Of(new CellKey(key.A, key.B, slot)).Add(from[cell]);
            }
        }
    }

    private void Expand(
        MeasureCells byAtom, MeasureCells byDay, RowCells rows, Func<PeriodKind, TerritoryLevel, bool> counts, CancellationToken cancellation)
    {
        var blocks = new List<int>(CountingPlan.PeriodCount * CountingPlan.LevelCount);
        var (place, start) = (-1, int.MinValue);
        foreach (var cell in byAtom.InOrder())
        {
            cancellation.ThrowIfCancellationRequested();
            var key = byAtom.KeyOf(cell);
            if (key.A != place || key.B != start)
            {
                (place, start) = (key.A, key.B);
                FindBlocks(blocks, rows, counts, place, start);
            }

            foreach (var block in blocks)
            {
                rows.Row(block, key.C, key.D).Measures.Add(byAtom[cell]);
            }
        }

        ReadOnlySpan<TerritoryLevel> dayLevels = [TerritoryLevel.National, TerritoryLevel.Academy, TerritoryLevel.Department];
        for (var cell = 0; cell < byDay.Count; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            var key = byDay.KeyOf(cell);
            var (academy, department) = MeasureCounter.SplitRegion(key.A);
            foreach (var level in dayLevels)
            {
                if (counts(PeriodKind.Day, level))
                {
                    var code = level switch { TerritoryLevel.Academy => academy, TerritoryLevel.Department => department, _ => 0 };
                    var block = rows.BlockIndex(new BlockKey(PeriodKind.Day, key.B, level, code));
                    rows.Row(block, key.C, key.D).Measures.Add(byDay[cell]);
                }
            }
        }
    }

    /// <summary>The blocks, longer than a day, that a place's figures of an atom of days belong to.</summary>
    private void FindBlocks(List<int> blocks, RowCells rows, Func<PeriodKind, TerritoryLevel, bool> counts, int place, int atom)
    {
        blocks.Clear();
        var tuple = _dictionaries.Places[place];
        for (var period = PeriodKind.Week; period <= PeriodKind.All; period++)
        {
            var start = LocalCalendar.PeriodStart(period, atom, PeriodStarts.AllStart);
            for (var level = TerritoryLevel.National; level <= TerritoryLevel.Establishment; level++)
            {
                if (counts(period, level))
                {
                    blocks.Add(rows.BlockIndex(new BlockKey(period, start, level, _territories.CodeOf(level, tuple))));
                }
            }
        }
    }
}
