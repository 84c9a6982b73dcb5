using Dnma.Engine.Hits;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Additive figures, counted once a visit in the finest cells that are published: place × atom of days, and département × day. Rolled up
/// over territories, periods and dimensions when all is counted. Not thread safe: one for each worker.
/// </summary>
internal sealed class MeasureCounter(HitDictionaries dictionaries, TerritoryIndex territories, int useDimensions)
{
    private long _visit;

    /// <summary>(place, atom, facts).</summary>
    public MeasureCells Visits { get; } = new();

    /// <summary>(académie and département, day, facts).</summary>
    public MeasureCells VisitsByDay { get; } = new();

    /// <summary>(place, atom, use dimension, value).</summary>
    public MeasureCells Uses { get; } = new();

    /// <summary>(académie and département, day, use dimension, value).</summary>
    public MeasureCells UsesByDay { get; } = new();

    /// <summary>(place, atom, event dimension, label): hits only.</summary>
    public MeasureCells Events { get; } = new();

    /// <summary>(the nation, day, event dimension, label): hits only, for events are published by day for the nation alone.</summary>
    public MeasureCells EventsByDay { get; } = new();

    public void Count(in Visit visit, int place, VisitFacts facts, ReadOnlySpan<UsageSlice> slices)
    {
        _visit++;
        var atom = CountingPlan.AtomOf(visit.Day);
        var region = RegionOf(visit.Place);
        AddVisit(ref Visits.Of(new CellKey(place, atom, facts.Bits)), visit, addsVolume: true);
        AddVisit(ref VisitsByDay.Of(new CellKey(region, visit.Day, facts.Bits)), visit, addsVolume: true);
        foreach (ref readonly var slice in slices)
        {
            var usage = dictionaries.Usages[slice.Usage];
            for (var dimension = 0; dimension < useDimensions; dimension++)
            {
                var value = usage[dimension];
                AddSlice(ref Uses.Of(new CellKey(place, atom, dimension, value), _visit, out var isFirst), slice, visit, isFirst);
                AddSlice(ref UsesByDay.Of(new CellKey(region, visit.Day, dimension, value), _visit, out isFirst), slice, visit, isFirst);
            }
        }
    }

    public void CountEvent(int place, int day, int dimension, int label)
    {
        Events.Of(new CellKey(place, CountingPlan.AtomOf(day), dimension, label)).Hits++;
        EventsByDay.Of(new CellKey(0, day, dimension, label)).Hits++;
    }

    /// <summary>Académie and département in one integer: all that day figures are divided by.</summary>
    public static (int Academy, int Department) SplitRegion(int region) => (region >> 16, region & 0xFFFF);

    private int RegionOf(in Place place)
    {
        var facts = territories.FactsOf(place.Establishment);
        return (facts.Academy << 16) | facts.Department;
    }

    private static void AddVisit(ref Measures measures, in Visit visit, bool addsVolume)
    {
        measures.Visits++;
        measures.TimedVisits += visit.IsTimed ? 1 : 0;
        measures.Bounces += visit.IsBounce ? 1 : 0;
        measures.FlashVisits += visit.IsFlash ? 1 : 0;
        if (addsVolume)
        {
            measures.PageViews += visit.PageViews;
            measures.Hits += visit.Hits;
            measures.DurationMs += visit.DurationMs;
        }
    }

    private static void AddSlice(ref Measures measures, in UsageSlice slice, in Visit visit, bool isFirst)
    {
        measures.PageViews += slice.PageViews;
        measures.Hits += slice.Hits;
        measures.DurationMs += slice.DurationMs;
        if (isFirst)
        {
            AddVisit(ref measures, visit, addsVolume: false);
        }
    }
}
