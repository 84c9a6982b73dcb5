using Dnma.Engine.Visits;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Additive figures of visits, of what they used, and of events, in the finest cells. Not thread safe: one for each worker.</summary>
internal sealed class MeasureCounter(FinestCells atoms, FinestCells? days, UsageModalities usageModalities)
{
    // Of modalities without a bit: the last visit that used them.
    private long[] _lastVisits = [];
    private long _visit;

    // A visitor's visits at one place are mostly alike: they are added up before they are added.
    private ModalityRows<RowFigures>? _pendingRows;
    private VisitModalities.Modalities _pendingModalities;
    private Measures _pending;

    /// <summary>(place, atom, event dimension, label): hits only.</summary>
    public MeasureCells Events { get; } = new();

    /// <summary>(the nation, day, event dimension, label): hits only, for events are published by day for the nation alone.</summary>
    public MeasureCells EventsByDay { get; } = new();

    public void Count(
        in Visit visit, in DayPeriods.Periods periods, int place, int area, in VisitModalities.Modalities modalities, ReadOnlySpan<UsageSlice> slices)
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
        var rows = atoms.Of(place, periods.Atom);
        if (rows != _pendingRows || modalities.Facts != _pendingModalities.Facts)
        {
            AddPending();
            (_pendingRows, _pendingModalities) = (rows, modalities);
        }

        _pending.Add(measures);
        var dayRows = days?.Of(area, periods.Day);
        if (dayRows is not null)
        {
            Add(measures, modalities.Slots, dayRows);
        }

        _visit++;
        var used = default(ModalitySet);
        foreach (ref readonly var slice in slices)
        {
            (measures.PageViews, measures.Hits, measures.DurationMs) = (slice.PageViews, slice.Hits, slice.DurationMs);
            var usage = usageModalities.Of(slice.Usage);
            if (usage.HasRare || !(used & usage.Set).IsEmpty)
            {
                AddOneByOne(measures, usage, used, (place, periods.Atom), (area, periods.Day));
            }
            else
            {
                Add(measures, usage.Modalities, rows);
                if (dayRows is not null)
                {
                    Add(measures, usage.Modalities, dayRows);
                }
            }

            used |= usage.Set;
        }
    }

    public void CountEvent(int place, in DayPeriods.Periods periods, int dimension, int label)
    {
        Events.Of(new CellKey(place, periods.Atom, dimension, label)).Hits++;
        EventsByDay.Of(new CellKey(0, periods.Day, dimension, label)).Hits++;
    }

    /// <summary>Counts what was put off; to be called when no visit follows.</summary>
    public void Complete()
    {
        AddPending();
        _pendingRows = null;
    }

    private static void Add(in Measures measures, ReadOnlySpan<int> modalities, ModalityRows<RowFigures> rows)
    {
        foreach (var modality in modalities)
        {
            rows.Of(modality).Measures.Add(measures);
        }
    }

    /// <summary>Adds a slice some of whose modalities the visit has used before, in another way, or which have no bit.</summary>
    private void AddOneByOne(in Measures measures, UsageModality usage, ModalitySet used, (int Place, int Start) atom, (int Area, int Start) day)
    {
        var again = measures.WithoutVisits();
        foreach (var modality in usage.Modalities)
        {
            if (modality < ModalitySet.Size)
            {
                ref readonly var added = ref used.Contains(modality) ? ref again : ref measures;
                atoms.Of(atom.Place, atom.Start).Of(modality).Measures.Add(added);
                days?.Of(day.Area, day.Start).Of(modality).Measures.Add(added);
            }
            else
            {
                ref readonly var added = ref IsUsedAgain(modality) ? ref again : ref measures;
                atoms.Rare.Of(new CellKey(atom.Place, atom.Start, modality)).Add(added);
                days?.Rare.Of(new CellKey(day.Area, day.Start, modality)).Add(added);
            }
        }
    }

    private void AddPending()
    {
        if (_pendingRows is not null)
        {
            Add(_pending, _pendingModalities.Slots, _pendingRows);
            _pending = default;
        }
    }

    /// <summary>Whether the current visit has used a modality already; from now on it has.</summary>
    private bool IsUsedAgain(int modality)
    {
        if (modality >= _lastVisits.Length)
        {
            Array.Resize(ref _lastVisits, Math.Max(modality + 1, _lastVisits.Length * 2));
        }

        var isAgain = _lastVisits[modality] == _visit;
        _lastVisits[modality] = _visit;
        return isAgain;
    }
}
