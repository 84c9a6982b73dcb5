using MathNet.Numerics;

namespace Dnma.Engine.Analysis.Series;

/// <summary>
/// How probable deviations are when the variance that they are measured by is an estimate itself (Student): a normal distribution would call what is merely
/// a low estimate a far deviation, and of many thousand series those would be the ones that are reported.
/// </summary>
internal static class StudentTail
{
    /// <summary>From so many degrees of freedom on a variance is as good as known.</summary>
    private const double Known = 10_000;

    /// <summary>The smallest probability that is told from none.</summary>
    private const double Least = 1e-290;

    /// <summary>The probability of deviations as far to either side.</summary>
    /// <param name="deviations">How many estimated standard deviations.</param>
    /// <param name="degrees">What the estimate is worth, as that many independent squares.</param>
    public static double TwoSided(double deviations, double degrees) =>
        degrees >= Known
            ? SpecialFunctions.Erfc(Math.Abs(deviations) / Math.Sqrt(2))
            : SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + (deviations * deviations)));

    /// <summary>What a two-sided probability becomes that was computed as if the variance were known.</summary>
    /// <param name="chance">The probability.</param>
    /// <param name="degrees">What the estimate of the variance is worth.</param>
    public static double Of(double chance, double degrees) =>
        chance >= 1 ? 1 : TwoSided(Math.Sqrt(2) * SpecialFunctions.ErfcInv(Math.Max(chance, Least)), degrees);
}
