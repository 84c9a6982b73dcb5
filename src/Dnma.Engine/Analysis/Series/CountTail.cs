using MathNet.Numerics;

namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// How probable counts far from their mean are, where counts vary more than chance alone makes them: a negative binomial of that mean and
/// variance; a Gamma, to which it tends, where the mean is large. Both tails are computed as such, so that small ones are exact.
/// </summary>
internal static class CountTail
{
    private const double LargeMean = 2_000;
    private const double LeastExcess = 1e-9;

    /// <summary>The probability of a count of at most <paramref name="count"/>.</summary>
    /// <param name="count">The count, at least 0.</param>
    /// <param name="mean">Its mean, above 0.</param>
    /// <param name="relativeVariance">Its variance over the square of its mean; not below that of a Poisson count.</param>
    public static double Lower(double count, double mean, double relativeVariance)
    {
        if (mean >= LargeMean)
        {
            var shape = 1 / relativeVariance;
            return SpecialFunctions.GammaLowerRegularized(shape, shape * (count + 0.5) / mean);
        }

        var size = SizeOf(mean, relativeVariance);
        return SpecialFunctions.BetaRegularized(size, count + 1, size / (size + mean));
    }

    /// <summary>The probability of a count of at least <paramref name="count"/>.</summary>
    /// <inheritdoc cref="Lower" />
    public static double Upper(double count, double mean, double relativeVariance)
    {
        if (count < 1)
        {
            return 1;
        }

        // Also for large counts of a small mean: there the continued fraction of the beta tail does not converge.
        if (mean >= LargeMean || count >= 4 * LargeMean)
        {
            var shape = 1 / relativeVariance;
            return SpecialFunctions.GammaUpperRegularized(shape, shape * (count - 0.5) / mean);
        }

        var size = SizeOf(mean, relativeVariance);
        return SpecialFunctions.BetaRegularized(count, size, mean / (size + mean));
    }

    /// <summary>The probability of no count at all.</summary>
    /// <param name="mean">The mean, at least 0.</param>
    /// <param name="dispersion">What is added to a Poisson count's relative variance; above 0.</param>
    public static double Zero(double mean, double dispersion) => Math.Exp(-Math.Log(1 + (dispersion * mean)) / dispersion);

    /// <summary>The negative binomial's size: mean + mean² / size is its variance.</summary>
    private static double SizeOf(double mean, double relativeVariance) => 1 / Math.Max(relativeVariance - (1 / mean), LeastExcess);
}
