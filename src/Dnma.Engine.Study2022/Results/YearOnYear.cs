using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Study2022.Results;

/// <summary>A period beside the one that corresponds to it in the year before: of the same rank since the pupils' first day, or the same months.</summary>
/// <param name="Before">The period of the year before.</param>
/// <param name="After">The period.</param>
public sealed record YearOnYear(PeriodFigures Before, PeriodFigures After)
{
    /// <summary>How many establishments had visits in both periods: the perimeter is constant where these are all of either.</summary>
    public int EstablishmentsInBoth => Before.Establishments.Intersect(After.Establishments).Count();

    /// <summary>The change of visits.</summary>
    public Change Visits => new(Before.Total.Visits, After.Total.Visits);

    /// <summary>The change of visits per school day.</summary>
    public Change VisitsPerSchoolDay => new((decimal)Before.Total.Visits / Before.SchoolDays, (decimal)After.Total.Visits / After.SchoolDays);

    /// <summary>The change of exact users.</summary>
    public Change Users => new(Before.Total.Users, After.Total.Users);

    /// <summary>The change of the time per visit.</summary>
    public Change TimePerVisit => new(Quotient(Before.TimePerVisitMs), Quotient(After.TimePerVisitMs));

    /// <summary>The change of visits from phones and tablets.</summary>
    public Change MobileVisits => new(Before.MobileVisits, After.MobileVisits);

    private static decimal Quotient(Ratio ratio) => (decimal)ratio.Numerator / ratio.Denominator;
}
