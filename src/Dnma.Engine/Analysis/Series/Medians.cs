namespace Dnma.Engine.Analysis.Series;

/// <summary>Medians and what is made of them: what half of the values may spoil without moving it.</summary>
internal static class Medians
{
    /// <summary>The standard deviation of a normal distribution whose median absolute deviation is 1.</summary>
    public const double NormalScale = 1.4826;

    /// <summary>The median of some values, whose order it changes; NaN of none.</summary>
    public static double Of(Span<double> values)
    {
        if (values.IsEmpty)
        {
            return double.NaN;
        }

        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
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
