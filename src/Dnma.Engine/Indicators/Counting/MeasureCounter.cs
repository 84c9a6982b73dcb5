using Dnma.Engine.Visits;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Additive figures of visits, of what they used, and of events, in the finest cells. Not thread safe: one for each worker.</summary>
internal sealed class MeasureCounter(bool countsDays, FinestCells visits, FinestCells uses, UsageModalities usageModalities)
{
    /// <summary>A visit is its own first in every dimension.</summary>
    private const int InAllDimensions = (1 << FinestCells.MaxDimensions) - 1;

    // By modality: the last visit that used it.
    private long[] _lastVisits = new long[64];
    private long _visit;

    /// <summary>(place, atom, event dimension, label): hits only.</summary>
    public MeasureCells Events { get; } = new();

    /// <summary>(the nation, day, event dimension, label): hits only, for events are published by day for the nation alone.</summary>
    public MeasureCells EventsByDay { get; } = new();

    public void Count(in Visit visit, in DayPeriods.Periods periods, int place, int region, VisitFacts facts, ReadOnlySpan<UsageSlice> slices)
    {
        var measures = new Measures
        {
            Visits = 1,
            TimedVisits = visit.IsTimed ? 1 : 0,
            Bounces = visit.IsBounce ? 1 : 0,
            FlashVisits = visit.IsFlash ? 1 : 0,
            PageViews = visit.PageViews,
            Hits = visit.Hits,
            DurationMs = visit.DurationMs,
        };
        visits.Measures.Of(new CellKey(place, periods.Atom, facts.Bits, InAllDimensions)).Add(measures);
        if (countsDays)
        {
            visits.MeasuresByDay.Of(new CellKey(region, periods.Day, facts.Bits, InAllDimensions)).Add(measures);
        }

        _visit++;
        foreach (ref readonly var slice in slices)
        {
            var firsts = FirstDimensions(usageModalities.Of(slice.Usage));
            (measures.PageViews, measures.Hits, measures.DurationMs) = (slice.PageViews, slice.Hits, slice.DurationMs);
            uses.Measures.Of(new CellKey(place, periods.Atom, slice.Usage, firsts)).Add(measures);
            if (countsDays)
            {
                uses.MeasuresByDay.Of(new CellKey(region, periods.Day, slice.Usage, firsts)).Add(measures);
            }
        }
    }

    public void CountEvent(int place, in DayPeriods.Periods periods, int dimension, int label)
    {
        Events.Of(new CellKey(place, periods.Atom, dimension, label)).Hits++;
        EventsByDay.Of(new CellKey(0, periods.Day, dimension, label)).Hits++;
    }

    /// <summary>In which dimensions the current visit has not used these modalities yet; from now on it has.</summary>
    private int FirstDimensions(ReadOnlySpan<int> modalities)
    {
        var firsts = 0;
        for (var dimension = 0; dimension < modalities.Length; dimension++)
        {
            var modality = modalities[dimension];
            if (modality >= _lastVisits.Length)
            {
                Array.Resize(ref _lastVisits, Math.Max(modality + 1, _lastVisits.Length * 2));
            }

            if (_lastVisits[modality] != _visit)
            {
                _lastVisits[modality] = _visit;
                firsts |= 1 << dimension;
            }
        }

        return firsts;
    }
}
