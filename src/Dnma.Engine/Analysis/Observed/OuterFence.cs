namespace Dnma.Engine.Analysis.Observed;

/// <summary>
/// Tukey's outer fence: what lies more than three times the interquartile range above the upper quartile is far out, whatever the distribution of the rest. A quarter
/// of the values may be anything without moving it far.
/// </summary>
internal static class OuterFence
{
    /// <summary>Of fewer values than this quartiles say nothing.</summary>
    public const int LeastPeers = 8;

    private const double Width = 3;

    /// <summary>The fence above some values; null where they are too few. What is equal to it is not far out, so the next number above is given.</summary>
    public static double? Of(double[] values)
    {
        if (values.Length < LeastPeers)
        {
            return null;
        }

        Array.Sort(values);
        var (lower, upper) = (Quartile(values, 0.25), Quartile(values, 0.75));
        return Math.BitIncrement(upper + (Width * (upper - lower)));
    }

    /// <summary>Between the two values around it, in proportion.</summary>
    private static double Quartile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }
}
