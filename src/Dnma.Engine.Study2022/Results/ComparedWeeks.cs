using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Study2022.Results;

/// <summary>What the engine's comparison tells of the nation's weeks of two school years: the figures that the study names.</summary>
/// <param name="Table">The comparison.</param>
public sealed record ComparedWeeks(ComparisonTable Table)
{
    /// <summary>Which weeks, and how far establishments were fed in them.</summary>
    public ComparedPeriods Periods => Row(ComparisonSubjects.Visits).Periods;

    /// <summary>The change of visits.</summary>
    public Change Visits => Of(ComparisonSubjects.Visits);

    /// <summary>The change of visits per school day.</summary>
    public Change VisitsPerSchoolDay => Of(ComparisonSubjects.VisitsPerSchoolDay);

    /// <summary>The change of distinct users; null where no row counts those of exactly these weeks, as when holidays lie between them.</summary>
    public Change? Users => Row(ComparisonSubjects.Users) is { A: { } before, B: { } after } ? Of(before, after) : null;

    /// <summary>The change of the norm's time per visit, in milliseconds.</summary>
    public Change TimePerVisit => Of(ComparisonSubjects.TimePerVisit);

    /// <summary>How many establishments are of the constant perimeter: fed in both years.</summary>
    public int ConstantEstablishments => Table.National(ComparedPerimeter.Constant, ComparisonSubjects.Visits)!.Periods.EstablishmentsA;

    /// <summary>The part of the change of visits that more or fewer users make (user-weeks), on the constant perimeter, in percent of the visits before.</summary>
    public decimal ByUsers => Term("users");

    /// <summary>The part that more or fewer visits of each make, likewise.</summary>
    public decimal ByIntensity => Term("intensity");

    private ComparisonRow Row(string subject) => Table.National(ComparedPerimeter.Full, subject)!;

    private decimal Term(string part) => Table.National(ComparedPerimeter.Constant, ComparisonSubjects.Volume, part)!.Rate!.Value * 100;

    private Change Of(string subject) => Row(subject) is { A: { } before, B: { } after } ? Of(before, after) : throw new InvalidOperationException($"{subject} has no figure");

    private static Change Of(Ratio before, Ratio after) => new((decimal)before.Numerator / before.Denominator, (decimal)after.Numerator / after.Denominator);
}
