using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators;

/// <summary>One row of an <see cref="IndicatorTable"/>: six keys, eight figures (design §6). A value, thread safe.</summary>
/// <param name="Period">The kind of period.</param>
/// <param name="PeriodStart">The period's first local date.</param>
/// <param name="Level">The territory's level.</param>
/// <param name="Code">The territory's code, <c>inconnu</c> where visits have none.</param>
/// <param name="Dimension">What is divided by.</param>
/// <param name="Modality">The part, <c>inconnu</c> where visits have none, <c>total</c> for the total.</param>
/// <param name="Visits">Visits that start in the period.</param>
/// <param name="Users">Exact distinct users with at least one of these visits. Never add these up.</param>
/// <param name="PageViews">Hits that the norm counts as page views.</param>
/// <param name="Hits">Qualified hits.</param>
/// <param name="DurationMs">Sum of the visits' durations, in milliseconds; for service, type, tool and custom dimensions the time spent there.</param>
/// <param name="TimedVisits">Visits in the denominator of the norm's time per visit.</param>
/// <param name="Bounces">Visits with at most one page view (Matomo: action).</param>
/// <param name="FlashVisits">Visits no longer than the norm's flash limit (30 s).</param>
/// <param name="IsWithheld">Whether disclosure control withholds the row: its figures are then 0 here and <c>N/A</c> in files; something was counted.</param>
public readonly record struct IndicatorRow(
    PeriodKind Period,
    DateOnly PeriodStart,
    TerritoryLevel Level,
    string Code,
    Dimension Dimension,
    string Modality,
    long Visits,
    long Users,
    long PageViews,
    long Hits,
    long DurationMs,
    long TimedVisits,
    long Bounces,
    long FlashVisits,
    bool IsWithheld = false);
