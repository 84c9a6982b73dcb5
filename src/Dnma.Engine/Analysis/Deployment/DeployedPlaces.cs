using Dnma.Engine.Indicators;
using Dnma.Engine.References;

namespace Dnma.Engine.Analysis.Deployment;

/// <summary>In which territories establishments stand, declared or not. Not thread safe.</summary>
internal sealed class DeployedPlaces(Annuaire annuaire, IReadOnlyCollection<TerritoryLevel> levels)
{
    private readonly Dictionary<string, Establishment> _schools = new(StringComparer.Ordinal);

    /// <summary>Its level of school.</summary>
    public SchoolLevel SchoolLevelOf(string uai) => SchoolOf(uai).SchoolLevel;

    /// <summary>The territories that an establishment's UAI tells, itself not among them. Operators and collectivities are those of hits, which it does not.</summary>
    public IEnumerable<(TerritoryLevel Level, string Code)> TerritoriesOf(string uai)
    {
        var school = SchoolOf(uai);
        (TerritoryLevel Level, string Code)[] all =
        [
            (TerritoryLevel.National, IndicatorCodes.National),
            (TerritoryLevel.Academy, CodeOf(school.AcademyCode)),
            (TerritoryLevel.Department, CodeOf(school.DepartmentCode)),
            (TerritoryLevel.Region, CodeOf(Territories.RegionCodeOf(school))),
            (TerritoryLevel.Commune, CodeOf(school.CommuneCode)),
            (TerritoryLevel.Circonscription, CodeOf(school.CirconscriptionCode)),
        ];
        return all.Where(territory => levels.Contains(territory.Level));
    }

    /// <summary>The project and the platform that a row of the register declares.</summary>
    public IEnumerable<(TerritoryLevel Level, string Code)> DeclaredOf(DeployedEstablishment row)
    {
        (TerritoryLevel Level, string Code)[] both = [(TerritoryLevel.Platform, CodeOf(row.Platform)), (TerritoryLevel.Project, CodeOf(row.Project))];
        return both.Where(territory => levels.Contains(territory.Level));
    }

    private static string CodeOf(string code) => code.Length > 0 ? code : IndicatorCodes.Unknown;

    private Establishment SchoolOf(string uai)
    {
        if (!_schools.TryGetValue(uai, out var school))
        {
            _schools.Add(uai, school = annuaire.Describe(uai));
        }

        return school;
    }
}
