using Dnma.Engine.Indicators;
using Dnma.Engine.References;

namespace Dnma.Engine.Reports;

/// <summary>What territories are called. Thread safe.</summary>
/// <param name="annuaire">Where establishments, communes and circonscriptions are named; académies, départements and regions are built in.</param>
internal sealed class TerritoryNames(Annuaire annuaire)
{
    private readonly Dictionary<string, string> _communes = Named(annuaire, one => (one.CommuneCode, one.Commune));
    private readonly Dictionary<string, string> _circonscriptions = Named(annuaire, one => (one.CirconscriptionCode, one.Circonscription));

    /// <summary>The name of a code of a level; empty where nobody knows one. Platforms, projects, operators and collectivities are their own names.</summary>
    public string Of(string level, string code) =>
        code == IndicatorCodes.Unknown ? "Inconnu"
        : !IndicatorCodes.TryParse(level, out TerritoryLevel known) ? ""
        : known switch
        {
            TerritoryLevel.National => "France",
            TerritoryLevel.Academy => Territories.FindAcademy(code)?.Name ?? Territories.ViceRectorates.FirstOrDefault(one => one.Code == code)?.Name ?? "",
            TerritoryLevel.Department => Territories.FindDepartment(code)?.Name ?? "",
            TerritoryLevel.Region => Territories.FindRegion(code)?.Name ?? "",
            TerritoryLevel.Establishment => annuaire.Find(code)?.Name ?? "",
            TerritoryLevel.Commune => _communes.GetValueOrDefault(code, ""),
            TerritoryLevel.Circonscription => _circonscriptions.GetValueOrDefault(code, ""),
            _ => code,
        };

    private static Dictionary<string, string> Named(Annuaire annuaire, Func<Establishment, (string Code, string Name)> of)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var establishment in annuaire.Establishments)
        {
            var (code, name) = of(establishment);
            _ = code.Length > 0 && names.TryAdd(code, name);
        }

        return names;
    }
}
