using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Coverage;

/// <summary>The zones whose school calendar a territory has: several where it holds académies of several. Not thread safe.</summary>
internal sealed class TerritoryCalendar(Annuaire annuaire)
{
    /// <summary>Zones that the built-in calendar tells of, whose schools stand all over the country.</summary>
    private static readonly SchoolZone[] Nation = [SchoolZone.A, SchoolZone.B, SchoolZone.C];

    private readonly Dictionary<(TerritoryLevel, string), SchoolZone[]> _zones = [];
    private ILookup<string, Establishment>? _byCommune;
    private ILookup<string, Establishment>? _byCirconscription;

    /// <summary>The zones of a territory, in their order; none where nobody knows.</summary>
    public IReadOnlyList<SchoolZone> ZonesOf(TerritoryLevel level, string code)
    {
        if (!_zones.TryGetValue((level, code), out var zones))
        {
            _zones.Add((level, code), zones = [.. Find(level, code).OfType<SchoolZone>().Distinct().Order()]);
        }

        return zones;
    }

    private IEnumerable<SchoolZone?> Find(TerritoryLevel level, string code) => level switch
    {
        TerritoryLevel.Academy => [Territories.FindAcademy(code)?.Zone],
        TerritoryLevel.Department => [Territories.FindDepartment(code)?.Academy?.Zone],
        TerritoryLevel.Region => Territories.DepartmentsOfRegion(code).Select(static department => department.Academy?.Zone),
        TerritoryLevel.Establishment => code == IndicatorCodes.Unknown ? [] : [ZoneOf(annuaire.Describe(code))],
        TerritoryLevel.Commune => (_byCommune ??= By(PerimeterKind.Commune))[code].Select(ZoneOf),
        TerritoryLevel.Circonscription => (_byCirconscription ??= By(PerimeterKind.Circonscription))[code].Select(ZoneOf),
        _ => Nation.Cast<SchoolZone?>(),
    };

    private ILookup<string, Establishment> By(PerimeterKind kind) => annuaire.Establishments.ToLookup(row => EstablishmentValues.Of(kind, row), StringComparer.Ordinal);

    private static SchoolZone? ZoneOf(Establishment establishment) => Territories.FindAcademy(establishment.AcademyCode)?.Zone;
}
