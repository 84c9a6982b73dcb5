namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// Benjamini and Hochberg (1995): of what is reported with an adjusted chance of at most q, a share of q is expected to be chance, however
/// many were looked at.
/// </summary>
internal static class FalseDiscovery
{
    /// <summary>Adjusts chances, each in its place.</summary>
    /// <param name="chances">Those that are small; every other one of <paramref name="tests"/> is taken to be greater.</param>
    /// <param name="tests">How many were looked at in all.</param>
    public static void Adjust(Span<double> chances, long tests)
    {
        var order = new int[chances.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var sorted = chances.ToArray();
        Array.Sort(sorted, order);
        var least = 1.0;
        for (var rank = sorted.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, sorted[rank - 1] * tests / rank);
            chances[order[rank - 1]] = least;
        }
    }
}
