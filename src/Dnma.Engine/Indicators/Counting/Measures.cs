namespace Dnma.Engine.Indicators.Counting;

/// <summary>The additive figures of one row. Users are not here: they do not add.</summary>
internal struct Measures
{
    public long Visits;
    public long PageViews;
    public long Hits;
    public long DurationMs;
    public long TimedVisits;
    public long Bounces;
    public long FlashVisits;

    public void Add(in Measures other)
    {
        AddVisits(other);
        AddVolume(other);
    }

    /// <summary>Adds what counts visits.</summary>
    public void AddVisits(in Measures other)
    {
        Visits += other.Visits;
        TimedVisits += other.TimedVisits;
        Bounces += other.Bounces;
        FlashVisits += other.FlashVisits;
    }

    /// <summary>Adds what was done in visits.</summary>
    public void AddVolume(in Measures other)
    {
        PageViews += other.PageViews;
        Hits += other.Hits;
        DurationMs += other.DurationMs;
    }
}
