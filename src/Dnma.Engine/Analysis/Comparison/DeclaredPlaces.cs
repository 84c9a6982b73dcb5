using Dnma.Engine.Indicators;
using Dnma.Engine.References;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>The platform and the project of establishments, as somebody says them. Immutable.</summary>
internal sealed class DeclaredPlaces(ComparisonRequest request)
{
    private readonly ILookup<string, DeployedEstablishment> _declared = request.Deployment.Establishments.ToLookup(row => row.Uai, StringComparer.Ordinal);

    /// <summary>The platform; <c>inconnu</c> where nobody says one, or a register says several.</summary>
    public string PlatformOf(string uai) => request.Platforms is { } platforms
        ? platforms.GetValueOrDefault(uai) ?? IndicatorCodes.Unknown
        : OneOf(_declared[uai].Select(row => row.Platform));

    /// <summary>The project; likewise.</summary>
    public string ProjectOf(string uai) => OneOf(_declared[uai].Select(row => row.Project));

    private static string OneOf(IEnumerable<string> said) =>
        said.Where(one => one.Length > 0).Distinct(StringComparer.Ordinal).ToArray() is [var one] ? one : IndicatorCodes.Unknown;
}
