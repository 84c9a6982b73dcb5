using Dnma.Engine.Indicators;
using Dnma.Engine.References;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>One level of territories on the page: those with a row that is shown, in the table's order, with their names and what they lie in.</summary>
internal sealed class PageLevel
{
    /// <summary>Beyond this many territories a level's names and rows are read by the page only when they are asked for.</summary>
    public const int MostInline = 400;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public PageLevel(TerritoryLevel level, IEnumerable<string> codes)
    {
        Level = level;
        string[] ordered = [.. codes];
        Array.Sort(ordered, IndicatorColumns.CompareUtf8);
        Codes = ordered;
        for (var index = 0; index < ordered.Length; index++)
        {
            _indexes.Add(ordered[index], index);
        }
    }

    public TerritoryLevel Level { get; }

    public IReadOnlyList<string> Codes { get; }

    public bool IsLarge => Codes.Count > MostInline;

    public int IndexOf(string code) => _indexes[code];

    /// <summary>From the nation down; the first level that a page has is the one it opens with.</summary>
    public static int Coarseness(TerritoryLevel level) => level switch
    {
        TerritoryLevel.National => 0,
        TerritoryLevel.Region => 1,
        TerritoryLevel.Academy => 2,
        TerritoryLevel.Department => 3,
        TerritoryLevel.Project => 4,
        TerritoryLevel.Platform => 5,
        TerritoryLevel.Operator => 6,
        TerritoryLevel.Collectivity => 7,
        TerritoryLevel.Circonscription => 8,
        TerritoryLevel.Commune => 9,
        _ => 10,
    };

    /// <summary>The académie, the département and the region that a territory lies in; empty for none.</summary>
    public static (string Academy, string Department, string Region) PlaceOf(TerritoryLevel level, string code, Annuaire annuaire)
    {
        if (level == TerritoryLevel.Establishment)
        {
            if (code == IndicatorCodes.Unknown)
            {
                return (code, code, code);
            }

            var place = annuaire.Describe(code);
            return (Known(place.AcademyCode), Known(place.DepartmentCode), Known(Territories.RegionCodeOf(place)));
        }

        var department = level == TerritoryLevel.Department ? Territories.FindDepartment(code) : null;
        return level == TerritoryLevel.Department ? (Known(department?.Academy?.Code), code, Known(department?.Region?.Code)) : ("", "", "");
    }

    private static string Known(string? code) => string.IsNullOrEmpty(code) ? IndicatorCodes.Unknown : code;
}
