using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>The territories around an establishment, by their places on the frame's axis; −1 where there is none. Never changed.</summary>
internal sealed class TerritoryChains
{
    private readonly CellFrame _frame;
    private readonly int[] _departments;
    private readonly int[] _academies;
    private readonly int[] _parents;
    private readonly HashSet<TerritoryLevel> _levels;

    /// <param name="frame">The cells.</param>
    /// <param name="tree">Which territories lie in which.</param>
    public TerritoryChains(CellFrame frame, TerritoryNesting tree)
    {
        _frame = frame;
        _levels = [.. frame.Territories.Select(territory => territory.Level)];
        var places = frame.Territories.Select((territory, index) => (territory, index)).ToDictionary(pair => pair.territory, pair => pair.index);
        Nation = places.GetValueOrDefault((TerritoryLevel.National, IndicatorCodes.National), -1);
        (_departments, _academies, _parents) = (new int[frame.Territories.Count], new int[frame.Territories.Count], new int[frame.Territories.Count]);
        Array.Fill(_departments, -1);
        Array.Fill(_academies, -1);
        Array.Fill(_parents, Nation);
        for (var territory = 0; territory < frame.Territories.Count; territory++)
        {
            var (level, code) = frame.Territories[territory];
            if (level == TerritoryLevel.Department)
            {
                _parents[territory] = places.GetValueOrDefault((TerritoryLevel.Academy, tree.AcademyOf(code)), Nation);
            }
            else if (level == TerritoryLevel.Establishment)
            {
                var (academy, department) = tree.PlaceOf(code);
                _academies[territory] = places.GetValueOrDefault((TerritoryLevel.Academy, academy), -1);
                _parents[territory] = _departments[territory] = places.GetValueOrDefault((TerritoryLevel.Department, department), -1);
            }
        }
    }

    /// <summary>The nation.</summary>
    public int Nation { get; }

    /// <summary>Whether the frame has territories of a level.</summary>
    public bool Has(TerritoryLevel level) => _levels.Contains(level);

    /// <summary>The level of the parts of a territory of the tree; null where it has none.</summary>
    public TerritoryLevel? PartsOf(int territory)
    {
        TerritoryLevel? parts = _frame.Territories[territory].Level switch
        {
            TerritoryLevel.National => TerritoryLevel.Academy,
            TerritoryLevel.Academy => TerritoryLevel.Department,
            TerritoryLevel.Department => TerritoryLevel.Establishment,
            _ => null,
        };
        return parts is { } level && Has(level) ? level : null;
    }

    /// <summary>A territory of the tree and all around it, the nation apart, the least first.</summary>
    public int[] Around(int territory) => _frame.Territories[territory].Level switch
    {
        TerritoryLevel.Establishment => [territory, _departments[territory], _academies[territory]],
        TerritoryLevel.Department => [territory, _parents[territory]],
        TerritoryLevel.Academy => [territory],
        _ => [],
    };

    /// <summary>The next larger territory: the nation, an académie of a département, the département of an establishment; of the nation itself.</summary>
    public int ParentOf(int territory) => _parents[territory];

    /// <summary>Whether a territory has rows of days.</summary>
    public bool HasDays(int territory) => _frame.Territories[territory].Level is TerritoryLevel.National or TerritoryLevel.Academy or TerritoryLevel.Department;
}
