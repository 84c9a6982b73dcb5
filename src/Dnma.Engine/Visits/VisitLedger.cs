namespace Dnma.Engine.Visits;

/// <summary>What became of the qualified hits. Added up over workers; not thread safe.</summary>
public sealed class VisitLedger
{
    private readonly long[] _closings = new long[4];

    /// <summary>Visits that start in the measured range, at a place in the perimeter.</summary>
    public long Counted { get; internal set; }

    /// <summary>Hits of these.</summary>
    public long CountedHits { get; internal set; }

    /// <summary>Visits that start outside the measured range: built, then left out.</summary>
    public long OutOfPeriod { get; internal set; }

    /// <summary>Hits of these.</summary>
    public long OutOfPeriodHits { get; internal set; }

    /// <summary>Visits that start in the measured range, at a place outside the perimeter: built, then left out.</summary>
    public long OutOfPerimeter { get; internal set; }

    /// <summary>Hits of these.</summary>
    public long OutOfPerimeterHits { get; internal set; }

    /// <summary>Visits left out as a robot's for their number of hits; their hits stand among the excluded.</summary>
    public long RobotVisits { get; internal set; }

    /// <summary>Visits, counted, out of period or out of perimeter, by why they ended.</summary>
    public long this[VisitClosing closing] => _closings[(int)closing];

    /// <summary>The first local day (day number) with a qualified hit; <see cref="int.MaxValue"/> when there is none.</summary>
    public int FirstDay { get; internal set; } = int.MaxValue;

    /// <summary>The last local day with a qualified hit; <see cref="int.MinValue"/> when there is none.</summary>
    public int LastDay { get; internal set; } = int.MinValue;

    internal void Close(VisitClosing closing, long visits = 1) => _closings[(int)closing] += visits;

    internal void Add(VisitLedger other)
    {
        Counted += other.Counted;
        CountedHits += other.CountedHits;
        OutOfPeriod += other.OutOfPeriod;
        OutOfPeriodHits += other.OutOfPeriodHits;
        OutOfPerimeter += other.OutOfPerimeter;
        OutOfPerimeterHits += other.OutOfPerimeterHits;
        RobotVisits += other.RobotVisits;
        FirstDay = Math.Min(FirstDay, other.FirstDay);
        LastDay = Math.Max(LastDay, other.LastDay);
        for (var index = 0; index < _closings.Length; index++)
        {
            _closings[index] += other._closings[index];
        }
    }
}
