using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// What of a table is left out, whole levels, whole dimensions and dimensions of a level, because no pattern was found that protects it. Nobody is told what rows there would
/// be, so that a table in which one establishment, one modality makes all of it explains what is left. Not thread safe.
/// </summary>
/// <param name="rows">The table.</param>
/// <param name="tree">Which territories lie in which.</param>
internal sealed class TableNarrowing(CountedRows rows, TerritoryNesting tree)
{
    private static readonly string[] Crossed = [Dimension.Profile.Code, Dimension.Device.Code, Dimension.ProfileDevice.Code];
    private static readonly TerritoryLevel[] Tree = [TerritoryLevel.Academy, TerritoryLevel.Department, TerritoryLevel.Establishment];

    private readonly TerritoryLevel[] _levels = [.. rows.Level.Distinct()];
    private readonly string[] _dimensions = [.. Enumerable.Range(0, rows.Count).Select(rows.DimensionOf).Distinct(StringComparer.Ordinal)];
    private readonly HashSet<(TerritoryLevel Level, string Dimension)> _left = [];

    /// <summary>Whether but the total of the whole range is left, since nothing else protects the days of the nation.</summary>
    public bool IsOfOneFigure { get; private set; }

    /// <summary>What is left out: levels, dimensions, and pairs of a level and a dimension, by their codes (<see cref="DisclosureOutcome.LeftOut"/>).</summary>
    public IReadOnlyList<string> LeftOut
    {
        get
        {
            TerritoryLevel[] levels = [.. _levels.Where(level => _dimensions.All(dimension => _left.Contains((level, dimension)))).Order()];
            string[] dimensions = [.. _dimensions.Where(dimension => _levels.All(level => _left.Contains((level, dimension)))).Order(StringComparer.Ordinal)];
            var others = _left.Where(one => !levels.Contains(one.Level) && !dimensions.Contains(one.Dimension)).OrderBy(one => one.Level).ThenBy(one => one.Dimension, StringComparer.Ordinal);
            return [.. levels.Select(level => level.Code()), .. dimensions, .. others.Select(one => DisclosureOutcome.PairOf(one.Level.Code(), one.Dimension))];
        }
    }

    /// <summary>Whether a row is kept.</summary>
    public bool Keeps(int row) => !_left.Contains((rows.Level[row], rows.DimensionOf(row)));

    /// <summary>
    /// Leaves out what some cells need that nothing protects: their dimension in their level and in all levels inside it; of a total, the levels themselves; of the nation, the dimension.
    /// What remains never tells the inside of a table of which it tells all sides: then any list of visits of the totals can have had any such dimension (docs/disclosure.md).
    /// </summary>
    public void Narrow(CellFrame frame, IReadOnlyList<int> unprotected)
    {
        foreach (var cell in unprotected)
        {
            var (level, dimension) = (frame.Territories[frame.Territory[cell]].Level, frame.Modalities[frame.Modality[cell]].Dimension);
            if (_left.Contains((level, dimension)))
            {
                continue;
            }

            if (level == TerritoryLevel.National && dimension == Dimension.Total.Code)
            {
                LeaveAll();
                return;
            }

            string[] dimensions = dimension == Dimension.Total.Code ? _dimensions : Crossed.Contains(dimension, StringComparer.Ordinal) ? Crossed : [dimension];
            _left.UnionWith(LevelsWith(level).SelectMany(_ => dimensions, (one, its) => (one, its)));
        }
    }

    /// <summary>The nation's totals are what is left; where that was tried, the one of the whole range.</summary>
    private void LeaveAll()
    {
        var before = _left.Count;
        _left.UnionWith(_levels.SelectMany(_ => _dimensions, (level, dimension) => (level, dimension)).Where(one => one != (TerritoryLevel.National, Dimension.Total.Code)));
        IsOfOneFigure = before == _left.Count;
    }

    /// <summary>A level with all that lies in it; départements that lie in several académies go with their establishments, which alone tell who is where.</summary>
    private TerritoryLevel[] LevelsWith(TerritoryLevel level) =>
        level == TerritoryLevel.National ? _levels
        : level == TerritoryLevel.Establishment && tree.IsMixed ? [TerritoryLevel.Department, TerritoryLevel.Establishment]
        : Array.IndexOf(Tree, level) is >= 0 and var place ? Tree[place..]
        : [level];
}
