using Dnma.Engine.Indicators;
using Dnma.Engine.References;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Which territories others lie in: establishments in départements, these in académies. Where an annuaire puts parts of one département into several
/// académies, these académies and all of their départements form one region, inside which only establishments tell who is where.
/// </summary>
internal sealed class TerritoryNesting
{
    private readonly Dictionary<(TerritoryLevel Level, string Code), (TerritoryLevel Level, string Code)> _regionOf = [];
    private readonly Dictionary<(TerritoryLevel Level, string Code), int> _academies = [];
    private readonly Dictionary<string, string> _academyOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Academy, string Department)> _places = new(StringComparer.Ordinal);

    /// <param name="establishments">The codes of all establishments, <c>inconnu</c> as the case may be.</param>
    /// <param name="annuaire">Where they lie.</param>
    public TerritoryNesting(IEnumerable<string> establishments, Annuaire annuaire)
    {
        foreach (var code in establishments)
        {
            var place = code == IndicatorCodes.Unknown ? (IndicatorCodes.Unknown, IndicatorCodes.Unknown) : PlaceOf(annuaire, code);
            _places[code] = place;
            _academyOf.TryAdd(place.Item2, place.Item1);
            Unite((TerritoryLevel.Academy, place.Item1), (TerritoryLevel.Department, place.Item2));
        }

        foreach (var academy in _places.Values.Select(place => place.Academy).Distinct(StringComparer.Ordinal))
        {
            var region = RegionOf(TerritoryLevel.Academy, academy);
            _academies[region] = _academies.GetValueOrDefault(region) + 1;
        }
    }

    /// <summary>An académie of a département: the first one, where it has parts in several.</summary>
    public string AcademyOf(string department) => _academyOf[department];

    /// <summary>Whether a département has parts in several académies.</summary>
    public bool IsMixed => _academies.Values.Any(academies => academies > 1);

    /// <summary>The académie and the département of an establishment, <c>inconnu</c> where it has none.</summary>
    public (string Academy, string Department) PlaceOf(string establishment) => _places[establishment];

    /// <summary>The region that an académie or a département belongs to; as a rule the académie.</summary>
    public (TerritoryLevel Level, string Code) RegionOf(TerritoryLevel level, string code)
    {
        var region = (level, code);
        while (_regionOf.TryGetValue(region, out var larger) && larger != region)
        {
            region = larger;
        }

        return region;
    }

    /// <summary>Whether all of a territory lies in another, larger one.</summary>
    public bool LiesIn((TerritoryLevel Level, string Code) part, (TerritoryLevel Level, string Code) whole) => whole.Level switch
    {
        TerritoryLevel.National => true,
        TerritoryLevel.Academy when part.Level == TerritoryLevel.Department =>
            _places.Values.Any(place => place.Department == part.Code) && _places.Values.All(place => place.Department != part.Code || place.Academy == whole.Code),
        TerritoryLevel.Academy => part.Level == TerritoryLevel.Establishment && _places[part.Code].Academy == whole.Code,
        TerritoryLevel.Department => part.Level == TerritoryLevel.Establishment && _places[part.Code].Department == whole.Code,
        _ => false,
    };

    /// <summary>Whether an académie shares départements with others.</summary>
    public bool IsShared(string academy) => _academies.GetValueOrDefault(RegionOf(TerritoryLevel.Academy, academy)) > 1;

    private void Unite((TerritoryLevel Level, string Code) academy, (TerritoryLevel Level, string Code) department)
    {
        var (left, right) = (RegionOf(academy.Level, academy.Code), RegionOf(department.Level, department.Code));
        if (left != right)
        {
            _regionOf[right] = left;
        }
    }

    private static (string Academy, string Department) PlaceOf(Annuaire annuaire, string uai)
    {
        var entry = annuaire.Describe(uai);
        return (Known(entry.AcademyCode), Known(entry.DepartmentCode));
    }

    private static string Known(string code) => code.Length == 0 ? IndicatorCodes.Unknown : code;
}
