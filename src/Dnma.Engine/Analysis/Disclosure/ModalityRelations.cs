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
        var (parents, profileDevice) = (new Dictionary<(string Dimension, string Name), int>(), new SortedDictionary<int, List<int>>());
        foreach (var block in frame.GroupsBy(frame.Period, frame.Territory))
        {
            parents.Clear();
            profileDevice.Clear();
            foreach (var cell in block)
            {
                parents.Add(frame.Modalities[frame.Modality[cell]], cell);
            }

            foreach (var dimension in block.GroupBy(cell => frame.Modalities[frame.Modality[cell]].Dimension, StringComparer.Ordinal))
            {
                if (dimension.Key == Dimension.ProfileDevice.Code)
                {
                    AddCrossed(relations, frame, dimension, parents, profileDevice);
                }
                else if (dimension.Key != Dimension.Total.Code)
                {
                    relations.AddSum([parents[(Dimension.Total.Code, IndicatorCodes.Total)]], dimension);
                }
            }
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
            PartsOf(byParent, parents[(Dimension.Profile.Code, name[..joint])]).Add(cell);
            PartsOf(byParent, parents[(Dimension.Device.Code, name[(joint + 1)..])]).Add(cell);
        }

        foreach (var (parent, parts) in byParent)
        {
            relations.AddSum([parent], parts);
        }
    }

    private static List<int> PartsOf(SortedDictionary<int, List<int>> byParent, int parent)
    {
        if (!byParent.TryGetValue(parent, out var parts))
        {
            byParent.Add(parent, parts = []);
        }

        return parts;
    }
}
