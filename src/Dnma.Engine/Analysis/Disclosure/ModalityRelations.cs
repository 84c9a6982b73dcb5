using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Parts make totals: in every territory and period the modalities of a dimension sum to the total, those of profile × device to the profile and to the
/// device. Service, type, tool and custom dimensions sum in hits, page views and durations alone; the equation is kept all the same, since those columns
/// are withheld with the others.
/// </summary>
internal static class ModalityRelations
{
    private const char Joint = '_';

    public static void AddTo(RelationSetBuilder relations, CellFrame frame)
    {
        string[] dimensions = [.. frame.Modalities.Select(modality => modality.Dimension).Distinct(StringComparer.Ordinal)
            .Where(dimension => dimension != Dimension.Total.Code && dimension != Dimension.ProfileDevice.Code)];
        var (parents, profileDevice) = (new Dictionary<(string Dimension, string Name), int>(), new SortedDictionary<int, List<int>>());
        foreach (var block in frame.GroupsBy(frame.Period, frame.Territory))
        {
            parents.Clear();
            profileDevice.Clear();
            foreach (var cell in block)
            {
                parents.Add(frame.Modalities[frame.Modality[cell]], cell);
            }

            // Every dimension of the level, also where a slice of the table has nothing of it: then the total cannot move.
            var byDimension = block.ToLookup(cell => frame.Modalities[frame.Modality[cell]].Dimension, StringComparer.Ordinal);
            var level = frame.Territories[frame.Territory[block[0]]].Level;
            foreach (var dimension in dimensions.Where(dimension => frame.Tells(level, dimension)))
            {
                relations.AddSum(byDimension[Dimension.Total.Code], byDimension[dimension]);
            }

            foreach (var parent in byDimension[Dimension.Profile.Code].Concat(byDimension[Dimension.Device.Code]))
            {
                profileDevice.Add(parent, []);
            }

            AddCrossed(relations, frame, byDimension[Dimension.ProfileDevice.Code], parents, profileDevice);
        }
    }

    private static void AddCrossed(
        RelationSetBuilder relations, CellFrame frame, IEnumerable<int> cells, Dictionary<(string Dimension, string Name), int> parents, SortedDictionary<int, List<int>> byParent)
    {
        foreach (var cell in cells)
        {
            // A profile's code may hold the joint, a device's does not.
            var name = frame.Modalities[frame.Modality[cell]].Name;
            var joint = name.LastIndexOf(Joint);
            byParent[parents[(Dimension.Profile.Code, name[..joint])]].Add(cell);
            byParent[parents[(Dimension.Device.Code, name[(joint + 1)..])]].Add(cell);
        }

        foreach (var (parent, parts) in byParent)
        {
            relations.AddSum([parent], parts);
        }
    }
}
