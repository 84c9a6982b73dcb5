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

    /// <summary>Rows by (block, use dimension, value): services, types, tools, custom dimensions, events.</summary>
    public RowCells Uses { get; } = new();

    /// <param name="counter">What one worker counted.</param>
    /// <param name="cancellation">Stops the adding; what was added then is of no use.</param>
    public void Add(IndicatorCounter counter, CancellationToken cancellation = default)
    {
        AddVisits(counter.Measures, cancellation);
        AddUses(counter.Measures, cancellation);
        cancellation.ThrowIfCancellationRequested();
        counter.Users.Drain(
            (block, slot, users) => Slots.Row(block, slot, 0).Users += users,
            (block, dimension, value, users) => Uses.Row(block, dimension, value).Users += users);
    }

    private void AddVisits(MeasureCounter measures, CancellationToken cancellation)
    {
        // First over facts into slots, then over periods and levels: the other way round would do each sum thirty times.
        Span<int> slots = stackalloc int[ModalitySlots.PerVisit];
        var (byAtom, byDay) = (new MeasureCells(), new MeasureCells());
        foreach (var (from, to) in new[] { (measures.Visits, byAtom), (measures.VisitsByDay, byDay) })
        {
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

        Expand(byAtom, byDay, Slots, cancellation);
    }

    private void AddUses(MeasureCounter measures, CancellationToken cancellation) =>
        Expand(measures.Uses, measures.UsesByDay, Uses, cancellation);

    private void Expand(MeasureCells byAtom, MeasureCells byDay, RowCells rows, CancellationToken cancellation)
    {
        for (var cell = 0; cell < byAtom.Count; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            var key = byAtom.KeyOf(cell);
            var place = _dictionaries.Places[key.A];
            for (var period = PeriodKind.Week; period <= PeriodKind.All; period++)
            {
                var start = LocalCalendar.PeriodStart(period, key.B, PeriodStarts.AllStart);
                for (var level = TerritoryLevel.National; level <= TerritoryLevel.Establishment; level++)
                {
                    if (_plan.Counts(period, level))
                    {
                        var block = new BlockKey(period, start, level, _territories.CodeOf(level, place));
                        rows.Row(block, key.C, key.D).Measures.Add(byAtom[cell]);
                    }
                }
            }
        }

        for (var cell = 0; cell < byDay.Count; cell++)
        {
            cancellation.ThrowIfCancellationRequested();
            var key = byDay.KeyOf(cell);
            var (academy, department) = MeasureCounter.SplitRegion(key.A);
            foreach (var (level, code) in new[] { (TerritoryLevel.National, 0), (TerritoryLevel.Academy, academy), (TerritoryLevel.Department, department) })
            {
                if (_plan.Counts(PeriodKind.Day, level))
                {
                    rows.Row(new BlockKey(PeriodKind.Day, key.B, level, code), key.C, key.D).Measures.Add(byDay[cell]);
                }
            }
        }
    }
}
