using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Territories make the nation: académies, platforms and projects sum to it, départements to their académie, establishments to their département. Days
/// have neither establishments nor platforms nor projects.
/// </summary>
internal static class TerritoryRelations
{
    public static void AddTo(RelationSetBuilder relations, CellFrame frame, TerritoryNesting tree)
    {
        foreach (var group in frame.GroupsBy(frame.Period, frame.Modality))
        {
            var byLevel = group.ToLookup(cell => LevelOf(frame, cell));

            // What the whole table tells nothing of is no part: nobody knows what there is.
            var dimension = frame.Modalities[frame.Modality[group[0]]].Dimension;
            var isDay = frame.Periods[frame.Period[group[0]]].Kind == PeriodKind.Day;
            foreach (var nation in byLevel[TerritoryLevel.National])
            {
                foreach (var level in new[] { TerritoryLevel.Academy, TerritoryLevel.Platform, TerritoryLevel.Project }.Where(level => frame.Tells(level, dimension) && (!isDay || level == TerritoryLevel.Academy)))
                {
                    relations.AddSum([nation], byLevel[level]);
                }
            }

            var departments = byLevel[TerritoryLevel.Department].ToLookup(cell => tree.RegionOf(TerritoryLevel.Department, CodeOf(frame, cell)));
            foreach (var region in (frame.Tells(TerritoryLevel.Department, dimension) ? byLevel[TerritoryLevel.Academy] : []).GroupBy(cell => tree.RegionOf(TerritoryLevel.Academy, CodeOf(frame, cell))))
            {
                relations.AddSum(region, departments[region.Key]);
            }

            if (!isDay && frame.Tells(TerritoryLevel.Establishment, dimension))
            {
                AddEstablishments(relations, frame, tree, byLevel);
            }
        }
    }

    private static void AddEstablishments(RelationSetBuilder relations, CellFrame frame, TerritoryNesting tree, ILookup<TerritoryLevel, int> byLevel)
    {
        var byDepartment = byLevel[TerritoryLevel.Establishment].ToLookup(cell => tree.PlaceOf(CodeOf(frame, cell)).Department, StringComparer.Ordinal);
        foreach (var department in byLevel[TerritoryLevel.Department])
        {
            relations.AddSum([department], byDepartment[CodeOf(frame, department)]);
        }

        foreach (var academy in byLevel[TerritoryLevel.Academy].Where(cell => tree.IsShared(CodeOf(frame, cell))))
        {
            relations.AddSum([academy], byLevel[TerritoryLevel.Establishment].Where(cell => tree.PlaceOf(CodeOf(frame, cell)).Academy == CodeOf(frame, academy)));
        }
    }

    private static TerritoryLevel LevelOf(CellFrame frame, int cell) => frame.Territories[frame.Territory[cell]].Level;

    private static string CodeOf(CellFrame frame, int cell) => frame.Territories[frame.Territory[cell]].Code;
}
