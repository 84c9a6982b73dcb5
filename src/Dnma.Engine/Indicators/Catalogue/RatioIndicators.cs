namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>The ratios: one count of a row divided by another. Thread safe.</summary>
public static class RatioIndicators
{
    /// <summary>The norm's mean time per visit.</summary>
    public static RatioIndicator TimePerVisit { get; } = new(CountIndicators.Duration, CountIndicators.TimedVisits, CountIndicators.TimedVisits)
    {
        Code = "time_per_visit_ms",
        FrenchName = "temps par visite",
        EnglishName = "time per visit",
        Meaning = "Time spent ÷ timed visits; the coverage is the timed visits' share of all visits.",
        Unit = "ms/visit",
        Source = "ABC/IFABC: visit duration is that of visits of two or more page impressions; the norm says which are timed (domain §3)",
    };

    /// <summary>The mean time over all visits, those of one hit included.</summary>
    public static RatioIndicator TimeOverAllVisits { get; } = new(CountIndicators.Duration, CountIndicators.Visits, CountIndicators.Visits)
    {
        Code = "time_over_all_visits_ms",
        FrenchName = "temps moyen sur toutes les visites",
        EnglishName = "mean time over all visits",
        Meaning = "Time spent ÷ visits, those without a known duration counting 0; by service, the time in it ÷ the visits that used it.",
        Unit = "ms/visit",
        Source = "Matomo 5: total duration ÷ all visits (domain §3)",
    };

    /// <summary>Pages seen in a visit.</summary>
    public static RatioIndicator PagesPerVisit { get; } = new(CountIndicators.PageViews, CountIndicators.Visits, CountIndicators.Visits)
    {
        Code = "pages_per_visit",
        FrenchName = "pages vues par visite",
        EnglishName = "page views per visit",
        Meaning = "Page views ÷ visits.",
        Unit = "page view/visit",
        Source = "ACPM certifies both terms (domain §3)",
    };

    /// <summary>Visits that a user makes.</summary>
    public static RatioIndicator VisitsPerUser { get; } = new(CountIndicators.Visits, CountIndicators.Users, CountIndicators.Visits)
    {
        Code = "visits_per_user",
        FrenchName = "visites par utilisateur",
        EnglishName = "visits per user",
        Meaning = "Visits ÷ exact distinct users of the same row.",
        Unit = "visit/user",
        Source = "ACPM certifies both terms (domain §3)",
    };

    /// <summary>The share of visits of at most one page view.</summary>
    public static RatioIndicator BounceRate { get; } = new(CountIndicators.Bounces, CountIndicators.Visits, CountIndicators.Visits)
    {
        Code = "bounce_rate",
        FrenchName = "taux de rebond",
        EnglishName = "bounce rate",
        Meaning = "Bounces ÷ visits.",
        Unit = "1",
        Source = "Piano and Matomo (domain §3)",
    };

    /// <summary>The share of visits that last next to nothing.</summary>
    public static RatioIndicator FlashShare { get; } = new(CountIndicators.FlashVisits, CountIndicators.Visits, CountIndicators.Visits)
    {
        Code = "flash_share",
        FrenchName = "part des visites éclair",
        EnglishName = "flash visit share",
        Meaning = "Flash visits ÷ visits.",
        Unit = "1",
        Source = "engine decision (domain §3)",
    };

    /// <summary>The ratios, by code.</summary>
    public static IReadOnlyList<RatioIndicator> All { get; } =
        [BounceRate, FlashShare, PagesPerVisit, TimeOverAllVisits, TimePerVisit, VisitsPerUser];
}
