using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Indicators;

namespace Dnma.Engine.Access;

/// <summary>
/// Which territories make which: a list for each sum, of the whole and its parts. A territory that is all of another has its figures, so that both are one
/// unit, seen as soon as one of them is.
/// </summary>
internal static class TerritorySums
{
    /// <summary>The sums of at least three units.</summary>
    public static IReadOnlyList<(TerritoryLevel Level, string Code)[][]> Of(IEnumerable<(TerritoryLevel Level, string Code)> territories, TerritoryNesting tree)
    {
        var byLevel = territories.ToLookup(territory => territory.Level);
        (TerritoryLevel Level, string Code)[][] sums = [.. Sums(byLevel, tree).Where(sum => sum.Length > 1)];
        var unitOf = territories.ToDictionary(territory => territory, territory => new HashSet<(TerritoryLevel Level, string Code)> { territory });
        foreach (var pair in sums.Where(sum => sum.Length == 2))
        {
            var united = unitOf[pair[0]];
            united.UnionWith(unitOf[pair[1]]);
            foreach (var territory in united)
            {
                unitOf[territory] = united;
            }
        }

        return [.. sums.Where(sum => sum.Length > 2).Select(sum => sum.Select(territory => unitOf[territory]).Distinct().Select(unit => unit.ToArray()).ToArray())];
    }

    private static IEnumerable<(TerritoryLevel Level, string Code)[]> Sums(ILookup<TerritoryLevel, (TerritoryLevel Level, string Code)> byLevel, TerritoryNesting tree)
    {
        foreach (var nation in byLevel[TerritoryLevel.National])
        {
            foreach (var level in new[] { TerritoryLevel.Academy, TerritoryLevel.Platform, TerritoryLevel.Project })
            {
                yield return [nation, .. byLevel[level]];
            }
        }

        var departments = byLevel[TerritoryLevel.Department].ToLookup(department => tree.RegionOf(department.Level, department.Code));
        foreach (var region in byLevel[TerritoryLevel.Academy].GroupBy(academy => tree.RegionOf(academy.Level, academy.Code)))
        {
            yield return [.. region, .. departments[region.Key]];
        }

        foreach (var whole in byLevel[TerritoryLevel.Department].Concat(byLevel[TerritoryLevel.Academy].Where(academy => tree.IsShared(academy.Code))))
        {
            yield return [whole, .. byLevel[TerritoryLevel.Establishment].Where(establishment => tree.LiesIn(establishment, whole))];
        }
    }
}
