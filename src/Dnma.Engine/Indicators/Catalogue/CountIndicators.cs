namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>The counts: the eight figures of every row of an <see cref="IndicatorTable"/>. Thread safe.</summary>
public static class CountIndicators
{
    /// <summary>Visits.</summary>
    public static AdditiveIndicator Visits { get; } = new(row => row.Visits, Additivity.OverVisits)
    {
        Code = "visits",
        FrenchName = "visites",
        EnglishName = "visits",
        Meaning = "Visits that start in the period; by service, type or tool, visits that used it.",
        Unit = "visit",
        Source = "DNMA tagging guide v2.0: a gap of 30 minutes opens a new visit; a visit belongs to the local day it starts in (domain §3)",
    };

    /// <summary>Distinct users.</summary>
    public static ExactDistinctIndicator Users { get; } = new(row => row.Users)
    {
        Code = "users",
        FrenchName = "utilisateurs",
        EnglishName = "users",
        Meaning = "Distinct persons with at least one visit of the row, counted exactly.",
        Unit = "user",
        Source = "DNMA tagging guide v2.0: the person id, never the device (domain §3)",
    };

    /// <summary>Page views.</summary>
    public static AdditiveIndicator PageViews { get; } = new(row => row.PageViews, Additivity.OverEveryDimension)
    {
        Code = "page_views",
        FrenchName = "pages vues",
        EnglishName = "page views",
        Meaning = "Hits that the norm counts as page views.",
        Unit = "page view",
        Source = "DNMA tagging guide v2.0: a click to a third-party service is a page view of that service; other norms: pages alone (domain §3)",
    };

    /// <summary>Qualified hits.</summary>
    public static AdditiveIndicator Hits { get; } = new(row => row.Hits, Additivity.OverEveryDimension)
    {
        Code = "hits",
        FrenchName = "hits qualifiés",
        EnglishName = "hits",
        Meaning = "Hits that were not excluded; a measure of the work done, not of the audience.",
        Unit = "hit",
        Source = "ABC/IFABC: hits are not a measure (domain §3)",
    };

    /// <summary>Time spent.</summary>
    public static AdditiveIndicator Duration { get; } = new(row => row.DurationMs, Additivity.OverEveryDimension)
    {
        Code = "duration_ms",
        FrenchName = "durée cumulée",
        EnglishName = "time spent",
        Meaning = "Sum of the visits' durations; by service, type or tool, of the gaps that a hit there opens.",
        Unit = "ms",
        Source = "the norm's visit duration; time in a service is an engine decision (domain §3)",
    };

    /// <summary>Visits whose duration the norm knows.</summary>
    public static AdditiveIndicator TimedVisits { get; } = new(row => row.TimedVisits, Additivity.OverVisits)
    {
        Code = "timed_visits",
        FrenchName = "visites chronométrées",
        EnglishName = "timed visits",
        Meaning = "Visits in the denominator of the norm's time per visit.",
        Unit = "visit",
        Source = "ABC/IFABC and Piano: visits of two or more hits; Matomo: all visits (domain §3)",
    };

    /// <summary>Visits of at most one page view.</summary>
    public static AdditiveIndicator Bounces { get; } = new(row => row.Bounces, Additivity.OverVisits)
    {
        Code = "bounces",
        FrenchName = "rebonds",
        EnglishName = "bounces",
        Meaning = "Visits with at most one page view (Matomo: one action).",
        Unit = "visit",
        Source = "Piano: 0 or 1 page view; Matomo: 0 or 1 action (domain §3)",
    };

    /// <summary>Visits that last next to nothing.</summary>
    public static AdditiveIndicator FlashVisits { get; } = new(row => row.FlashVisits, Additivity.OverVisits)
    {
        Code = "flash_visits",
        FrenchName = "visites éclair",
        EnglishName = "flash visits",
        Meaning = "Visits that last at most the norm's flash limit, 30 s.",
        Unit = "visit",
        Source = "engine decision: a parameter of the norm (domain §3)",
    };

    /// <summary>The counts, in the column order of <c>indicators.csv</c>.</summary>
    public static IReadOnlyList<CountIndicator> All { get; } =
        [Visits, Users, PageViews, Hits, Duration, TimedVisits, Bounces, FlashVisits];
}
