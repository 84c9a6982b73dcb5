using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Certification;

/// <summary>An indicator whose figures are certified, and how near they are to its definition. Immutable, thread safe.</summary>
/// <param name="Code">Its name in files.</param>
/// <param name="Unit">The unit of its figures.</param>
/// <param name="Additivity">What of it may be added up: <c>over-every-dimension</c>, <c>over-visits</c> or <c>never</c>.</param>
/// <param name="Conformance"><c>exact</c> or <c>approximate</c>.</param>
public sealed record CertifiedIndicator(string Code, string Unit, string Additivity, string Conformance)
{
    /// <summary>All of the catalogue, in the order of their codes.</summary>
    internal static IReadOnlyList<CertifiedIndicator> All { get; } =
        [.. IndicatorCatalogue.All.Select(Of).OrderBy(indicator => indicator.Code, StringComparer.Ordinal)];

    private static CertifiedIndicator Of(Indicator indicator) => new(
        indicator.Code,
        indicator.Unit,
        indicator.Additivity switch
        {
            Indicators.Catalogue.Additivity.OverEveryDimension => "over-every-dimension",
            Indicators.Catalogue.Additivity.OverVisits => "over-visits",
            _ => "never",
        },
        indicator.Conformance == Indicators.Catalogue.Conformance.Exact ? "exact" : "approximate");
}
