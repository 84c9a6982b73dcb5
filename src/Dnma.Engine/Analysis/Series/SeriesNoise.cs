namespace Dnma.Engine.Analysis.Series;

/// <summary>How a series varies from week to week without any incident.</summary>
/// <param name="Dispersion">How much a week varies around its level beyond chance, as a relative variance.</param>
/// <param name="Correlation">How much of a week's deviation is found in the next (0 to below 1): a good week is followed by a good one.</param>
/// <param name="Degrees">What the estimate of the dispersion is worth, as that many independent squares.</param>
internal readonly record struct SeriesNoise(double Dispersion, double Correlation, double Degrees)
{
    /// <summary>The variance of the median of independent normal values over that of their mean.</summary>
    public const double MedianVariance = Math.PI / 2;

    /// <summary>The variance of the sum of some neighbouring weeks, over what it would be if they were independent.</summary>
    public double OfSum(int weeks)
    {
        var (inflation, power) = (1.0, 1.0);
        for (var apart = 1; apart < weeks; apart++)
        {
            power *= Correlation;
            inflation += 2 * (1 - ((double)apart / weeks)) * power;
        }

        return inflation;
    }

    /// <summary>The variance of the median of some neighbouring weeks that differ by chance as well.</summary>
    /// <param name="weeks">How many, at least 1.</param>
    /// <param name="chance">The relative variance that chance alone gives each.</param>
    public double OfMedian(int weeks, double chance) => ((Dispersion * (OfSum(weeks) - 1 + MedianVariance)) + (chance * MedianVariance)) / weeks;

    /// <summary>What the estimate of a whole variance is worth of which only a part is estimated (Satterthwaite).</summary>
    /// <param name="estimated">The part that hangs on the dispersion.</param>
    /// <param name="whole">All of it, with what is known.</param>
    public double DegreesOf(double estimated, double whole) => Degrees * (whole / estimated) * (whole / estimated);
}
