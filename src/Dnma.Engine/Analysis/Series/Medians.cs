namespace Dnma.Engine.Analysis.Series;

/// <summary>Medians and what is made of them: what half of the values may spoil without moving it.</summary>
internal static class Medians
{
    /// <summary>The standard deviation of a normal distribution whose median absolute deviation is 1.</summary>
    public const double NormalScale = 1.4826;

    /// <summary>Fewer are sorted sooner.</summary>
    private const int LeastSelected = 16;

    /// <summary>The median of some values, whose order it changes; NaN of none.</summary>
    public static double Of(Span<double> values)
    {
        if (values.IsEmpty)
        {
            return double.NaN;
        }

        var middle = values.Length / 2;
        var upper = OfRank(values, middle);
        return values.Length % 2 == 1 ? upper : (Greatest(values[..middle]) + upper) / 2;
    }

    /// <summary>
    /// The value that so many are not above, as sorting would put it there (Hoare): those before it are not greater, those after it not less. A part of the time of
    /// sorting, and most of what controls do is to look for medians.
    /// </summary>
    /// <param name="values">At least one; no NaN. Their order changes.</param>
    /// <param name="rank">From 0.</param>
    public static double OfRank(Span<double> values, int rank)
    {
        while (values.Length > LeastSelected)
        {
            var pivot = Math.Max(Math.Min(values[0], values[^1]), Math.Min(Math.Max(values[0], values[^1]), values[values.Length / 2]));
            var (left, right) = (0, values.Length - 1);
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }

                while (values[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            if (rank <= right)
            {
                values = values[..(right + 1)];
            }
            else if (rank >= left)
            {
                values = values[left..];
                rank -= left;
            }
            else
            {
                return pivot;
            }
        }

        values.Sort();
        return values[rank];
    }

    private static double Greatest(ReadOnlySpan<double> values)
    {
        var greatest = double.NegativeInfinity;
        foreach (var value in values)
        {
            greatest = Math.Max(greatest, value);
        }

        return greatest;
    }

    /// <summary>The standard deviation that the median absolute deviation from a centre tells; the values are spoilt.</summary>
    public static double Spread(Span<double> values, double centre)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Abs(values[i] - centre);
        }

        return NormalScale * Of(values);
    }
}
