using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>Which territories change when a visit comes to a row's territory: from another one, or from nowhere else. Each of these adds up in every equation of territories.</summary>
internal sealed class MovePaths(CellFrame frame, TerritoryChains chains, MoveDays days, MovePlaces places)
{
    /// <summary>The row's territory against others of its level, with all around them that differs.</summary>
    public IEnumerable<(int Territory, int Gain)[]> Differences(int cell, int day)
    {
        var (territory, modality) = (frame.Territory[cell], frame.Modality[cell]);
        foreach (var partner in places.Partners(cell))
        {
            var other = frame.Territory[partner];
            if (LevelOf(cell) is TerritoryLevel.Platform or TerritoryLevel.Project)
            {
                yield return [(territory, 1), (other, -1)];
            }
            else if (Around(territory, day, modality) is { } gaining && Around(other, day, modality) is { } losing)
            {
                yield return Difference(gaining, losing);
            }
        }
    }

    /// <summary>Everything around an establishment of the row's territory, up to the nation, and the nation's other parts.</summary>
    public IEnumerable<(int Territory, int Gain)[]> Chains(int cell, int day)
    {
        if (Around(InTree(cell), day, frame.Modality[cell]) is { } tree)
        {
            yield return Whole(tree, cell, day);
        }
    }

    /// <summary>A visit that comes to a row on a day, and another that goes: from another day of the same establishment, from another territory, or from another establishment of this one, such as one of another school level.</summary>
    public IEnumerable<VisitEnds> Ends(int cell, int day, MoveLines lines)
    {
        if (Around(InTree(cell), day, frame.Modality[cell]) is not { } gaining)
        {
            yield break;
        }

        var (whole, there) = (Whole(gaining, cell, day), lines.Over(day, null));
        foreach (var other in days.DaysBeside(cell, gaining, day))
        {
            yield return new VisitEnds(there, whole, lines.Over(other, null), whole, lines.Over(day, other), whole);
        }

        foreach (var partner in LevelOf(cell) is TerritoryLevel.Platform or TerritoryLevel.Project ? [] : places.Partners(cell, isOfTotals: true))
        {
            if (Around(frame.Territory[partner], day, frame.Modality[partner]) is { } losing)
            {
                yield return new VisitEnds(there, whole, there, Whole(losing, cell, day), there, Difference(gaining, losing));
            }
        }

        foreach (var modality in places.ModalitiesBeside(cell))
        {
            if (Around(InTree(cell), day, modality) is [var second, ..] losing && gaining.Length > 0 && second != gaining[0])
            {
                yield return new VisitEnds(there, whole, there, Whole(losing, cell, day), there, Difference(gaining, losing));
            }
        }
    }

    private (int Territory, int Gain)[] Whole(int[] tree, int cell, int day) => [.. tree.Append(chains.Nation).Concat(PartsOfNation(cell, day)).Select(one => (one, 1))];

    /// <summary>A platform and a project that have such visits, the row's own if it is of one.</summary>
    private IEnumerable<int> PartsOfNation(int cell, int day) => new[] { TerritoryLevel.Platform, TerritoryLevel.Project }
        .Where(chains.Has)
        .Select(level => LevelOf(cell) == level ? frame.Territory[cell] : places.PartOfNation(level, day, frame.Modality[cell]))
        .Where(one => one >= 0);

    /// <summary>The row's territory; the nation in the place of a platform or a project.</summary>
    private int InTree(int cell) => LevelOf(cell) is TerritoryLevel.Platform or TerritoryLevel.Project ? chains.Nation : frame.Territory[cell];

    private TerritoryLevel LevelOf(int cell) => frame.Territories[frame.Territory[cell]].Level;

    private static (int Territory, int Gain)[] Difference(int[] gaining, int[] losing) =>
        [.. gaining.Except(losing).Select(one => (one, 1)), .. losing.Except(gaining).Select(one => (one, -1))];

    /// <summary>What lies in and around a territory, the nation apart, the least first; null where nothing there can have had such visits on a day.</summary>
    private int[]? Around(int territory, int day, int modality) => places.LeastIn(territory, day, modality) is >= 0 and var least ? chains.Around(least) : null;
}
