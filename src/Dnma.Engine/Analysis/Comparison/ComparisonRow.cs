using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>One compared figure, or one term of a change. Immutable, thread safe.</summary>
/// <param name="Level">The kind of territory.</param>
/// <param name="Code">The territory.</param>
/// <param name="Perimeter">Whose figures these are.</param>
/// <param name="Subject">What is compared (<see cref="ComparisonSubjects"/>).</param>
/// <param name="Modality">The part, for example a profile; <c>total</c> where there are none.</param>
/// <param name="A">The figure of period A, exact (visits a school day to six decimals); null where there is none.</param>
/// <param name="B">The figure of period B, likewise.</param>
/// <param name="Change">B − A, exact for counts, else with six decimals; of a term its part in the change of visits, in whole visits. Null where a figure is.</param>
/// <param name="Rate">
/// The change in parts of A, with six decimals; of a term in parts of the territory's visits of period A in the same perimeter. Null where that is 0.
/// </param>
/// <param name="Low">The lower end of the rate's 95 % confidence interval, where something is estimated and weeks show a dispersion; else null.</param>
/// <param name="High">The upper end.</param>
/// <param name="Periods">Which weeks, and how far they were fed.</param>
/// <param name="Marks">What to know before this figure is used, in the order of <see cref="ComparisonMarks.All"/>.</param>
public sealed record ComparisonRow(
    TerritoryLevel Level,
    string Code,
    ComparedPerimeter Perimeter,
    string Subject,
    string Modality,
    Ratio? A,
    Ratio? B,
    decimal? Change,
    decimal? Rate,
    double? Low,
    double? High,
    ComparedPeriods Periods,
    IReadOnlyList<ComparisonMark> Marks);
