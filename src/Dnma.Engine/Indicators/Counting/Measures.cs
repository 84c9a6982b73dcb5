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
        Visits += other.Visits;
        PageViews += other.PageViews;
        Hits += other.Hits;
        DurationMs += other.DurationMs;
        TimedVisits += other.TimedVisits;
        Bounces += other.Bounces;
        FlashVisits += other.FlashVisits;
    }
}
