using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// What of a table is left out, whole levels and whole dimensions, because no pattern was found that protects it. Nobody is told what rows there would be, so that a table
/// in which one establishment, one modality makes all of it explains what is left. Not thread safe.
/// </summary>
/// <param name="rows">The table.</param>
/// <param name="tree">Which territories lie in which.</param>
internal sealed class TableNarrowing(CountedRows rows, TerritoryNesting tree)
{
    private static readonly string[] Crossed = [Dimension.Profile.Code, Dimension.Device.Code, Dimension.ProfileDevice.Code];
    private static readonly TerritoryLevel[] Tree = [TerritoryLevel.Academy, TerritoryLevel.Department, TerritoryLevel.Establishment];

    private readonly HashSet<TerritoryLevel> _levels = [];
    private readonly HashSet<string> _dimensions = new(StringComparer.Ordinal);

    /// <summary>Whether but the total of the whole range is left, since nothing else protects the days of the nation.</summary>
    public bool IsOfOneFigure { get; private set; }

    /// <summary>The levels and dimensions that are left out, by their codes.</summary>
    public IReadOnlyList<string> LeftOut => [.. _levels.Order().Select(level => level.Code()), .. _dimensions.Order(StringComparer.Ordinal)];

    /// <summary>Whether a row is kept.</summary>
    public bool Keeps(int row) => !_levels.Contains(rows.Level[row]) && !_dimensions.Contains(rows.DimensionOf(row));

    /// <summary>Leaves out what some cells need that nothing protects: their dimension or their level, whichever has fewer rows.</summary>
    public void Narrow(CellFrame frame, IReadOnlyList<int> unprotected)
    {
        foreach (var cell in unprotected)
        {
            var (level, dimension) = (frame.Territories[frame.Territory[cell]].Level, frame.Modalities[frame.Modality[cell]].Dimension);
            if (_levels.Contains(level) || _dimensions.Contains(dimension))
            {
                continue;
            }

            string[] dimensions = Crossed.Contains(dimension, StringComparer.Ordinal) ? Crossed : [dimension];
            var levels = LevelsWith(level);
            if (level == TerritoryLevel.National && dimension == Dimension.Total.Code)
            {
                LeaveAll();
                return;
            }

            if (level == TerritoryLevel.National || (dimension != Dimension.Total.Code && Count(row => dimensions.Contains(rows.DimensionOf(row))) <= Count(row => levels.Contains(rows.Level[row]))))
            {
                _dimensions.UnionWith(dimensions);
            }
            else
            {
                _levels.UnionWith(levels);
            }
        }
    }

    /// <summary>The nation's totals are what is left; where that was tried, the one of the whole range.</summary>
    private void LeaveAll()
    {
        var (levels, dimensions) = (_levels.Count, _dimensions.Count);
        _levels.UnionWith(rows.Level.Where(level => level != TerritoryLevel.National));
        _dimensions.UnionWith(Enumerable.Range(0, rows.Count).Select(rows.DimensionOf).Where(dimension => dimension != Dimension.Total.Code));
        IsOfOneFigure = (levels, dimensions) == (_levels.Count, _dimensions.Count);
    }

    /// <summary>A level with all that lies in it; départements that lie in several académies go with their establishments, which alone tell who is where.</summary>
    private TerritoryLevel[] LevelsWith(TerritoryLevel level) =>
        level == TerritoryLevel.Establishment && tree.IsMixed ? [TerritoryLevel.Department, TerritoryLevel.Establishment]
        : Array.IndexOf(Tree, level) is >= 0 and var place ? Tree[place..]
        : [level];

    private int Count(Func<int, bool> isLost) => Enumerable.Range(0, rows.Count).Count(row => Keeps(row) && isLost(row));
}
