using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Coverage;

/// <summary>What the figures of one period and territory speak of, and what they would speak of, were everything fed and known. What cannot be known is null. A value, thread safe.</summary>
/// <param name="Period">The kind of period.</param>
/// <param name="PeriodStart">The period's first local date.</param>
/// <param name="Level">The territory's level.</param>
/// <param name="Code">The territory's code, <c>inconnu</c> where none is known.</param>
/// <param name="State">Whether the period may be laid beside others.</param>
/// <param name="Days">Those of the period's days that were measured.</param>
/// <param name="FedDays">Those of them with a visit; null at levels that are not counted by day.</param>
/// <param name="SchoolDays">Those of them on which pupils of the territory's zone have school; null where the calendar does not tell.</param>
/// <param name="FedSchoolDays">School days with a visit.</param>
/// <param name="SchoolWeeks">Weeks with such a school day; null where the calendar does not tell, and of days.</param>
/// <param name="FedSchoolWeeks">Those with a visit; null where weeks are not counted as well.</param>
/// <param name="Seen">Establishments with a visit; null where establishments are not counted over the kind of period, or the level is none of territories.</param>
/// <param name="Expected">Establishments of the annuaire, and of the perimeter, that are open on one of the days; null without an annuaire.</param>
/// <param name="ExpectedSeen">Those of them with a visit.</param>
/// <param name="Visits">Visits.</param>
/// <param name="VisitsOfKnownDevice">Visits whose device is known.</param>
/// <param name="VisitsOfKnownProfile">Visits whose profile is known.</param>
/// <param name="Hits">Qualified hits.</param>
/// <param name="HitsOfKnownService">Hits that name a service: visits use several, and do not divide by it.</param>
public readonly record struct CoverageRow(
    PeriodKind Period,
    DateOnly PeriodStart,
    TerritoryLevel Level,
    string Code,
    CoverageState State,
    int Days,
    int? FedDays,
    int? SchoolDays,
    int? FedSchoolDays,
    int? SchoolWeeks,
    int? FedSchoolWeeks,
    long? Seen,
    long? Expected,
    long? ExpectedSeen,
    long Visits,
    long VisitsOfKnownDevice,
    long VisitsOfKnownProfile,
    long Hits,
    long HitsOfKnownService)
{
    /// <summary>Expected establishments that were seen ÷ expected ones.</summary>
    public Ratio EstablishmentCoverage => new(ExpectedSeen ?? 0, Expected ?? 0);

    /// <summary>Visits of a known device ÷ visits.</summary>
    public Ratio DeviceCoverage => new(VisitsOfKnownDevice, Visits);

    /// <summary>Visits of a known profile ÷ visits.</summary>
    public Ratio ProfileCoverage => new(VisitsOfKnownProfile, Visits);

    /// <summary>Hits that name a service ÷ hits.</summary>
    public Ratio ServiceCoverage => new(HitsOfKnownService, Hits);
}
