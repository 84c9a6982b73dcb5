using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Study2022.Results;

/// <summary>All days of some months beside those of the year before: what a comparison of school weeks does not hold.</summary>
/// <param name="Before">The period of the year before.</param>
/// <param name="After">The period.</param>
public sealed record YearOnYear(PeriodFigures Before, PeriodFigures After)
{
    /// <summary>The change of visits.</summary>
    public Change Visits => new(Before.Total.Visits, After.Total.Visits);

    /// <summary>The change of exact users.</summary>
    public Change Users => new(Before.Total.Users, After.Total.Users);

    /// <summary>The change of the time per visit.</summary>
    public Change TimePerVisit => new(Quotient(Before.TimePerVisitMs), Quotient(After.TimePerVisitMs));

    /// <summary>The change of visits from phones and tablets.</summary>
    public Change MobileVisits => new(Before.MobileVisits, After.MobileVisits);

    private static decimal Quotient(Ratio ratio) => (decimal)ratio.Numerator / ratio.Denominator;
}
