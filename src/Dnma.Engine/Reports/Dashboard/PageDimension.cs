using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>One dimension on the page, with its modalities in the table's order.</summary>
internal sealed class PageDimension
{
    /// <summary>Labels of services, tools and the caller's own dimensions come from logs and have no limit: those of most visits are shown.</summary>
    public const int MostModalities = 200;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    /// <param name="dimension">Which.</param>
    /// <param name="visits">The visits of every modality.</param>
    public PageDimension(Dimension dimension, Dictionary<string, Int128> visits)
    {
        Dimension = dimension;
        var ranked = visits.ToList();
        ranked.Sort(static (left, right) =>
        {
            var order = right.Value.CompareTo(left.Value);
            return order != 0 ? order : IndicatorColumns.CompareUtf8(left.Key, right.Key);
        });
        Hidden = Math.Max(0, ranked.Count - MostModalities);
        string[] shown = [.. ranked.Take(MostModalities).Select(static modality => modality.Key)];
        Array.Sort(shown, IndicatorColumns.CompareUtf8);
        Modalities = shown;
        for (var index = 0; index < shown.Length; index++)
        {
            _indexes.Add(shown[index], index);
        }
    }

    public Dimension Dimension { get; }

    public IReadOnlyList<string> Modalities { get; }

    /// <summary>How many modalities are not on the page.</summary>
    public int Hidden { get; }

    /// <summary>−1 for one that is not on the page.</summary>
    public int IndexOf(string modality) => _indexes.GetValueOrDefault(modality, -1);

    /// <summary>The shipped ones in the order of the file contract, then the caller's own by code.</summary>
    public static int Compare(Dimension left, Dimension right)
    {
        var (a, b) = (Rank(left), Rank(right));
        return a != b ? a.CompareTo(b) : IndicatorColumns.CompareUtf8(left.Code, right.Code);
    }

    private static int Rank(Dimension dimension)
    {
        for (var rank = 0; rank < Dimension.Shipped.Count; rank++)
        {
            if (Dimension.Shipped[rank] == dimension)
            {
                return rank;
            }
        }

        return Dimension.Shipped.Count;
    }
}
