using System.Numerics;

namespace Dnma.Engine.Analysis.Comparison;

/// <summary>An exact fraction of integers of any size, in lowest terms. The default value is no fraction: use <see cref="Zero"/>.</summary>
internal readonly record struct Fraction
{
    /// <param name="numerator">Of any sign.</param>
    /// <param name="denominator">Not 0.</param>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * (denominator.Sign < 0 ? -1 : 1);
        (Numerator, Denominator) = (numerator / common, denominator / common);
    }

    public static Fraction Zero => new(0, 1);

    public BigInteger Numerator { get; }

    /// <summary>Above 0.</summary>
    public BigInteger Denominator { get; }

    public static implicit operator Fraction(long number) => new(number, 1);

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>The greatest integer that is not above it, and what is left, from 0 to below 1.</summary>
    public (BigInteger Floor, Fraction Remainder) Split()
    {
        var (floor, rest) = BigInteger.DivRem(Numerator, Denominator);
        return rest.Sign < 0 ? (floor - 1, new(rest + Denominator, Denominator)) : (floor, new(rest, Denominator));
    }

    /// <summary>The value with six decimals, rounded half away from zero.</summary>
    public decimal Rounded()
    {
        var millionths = ((BigInteger.Abs(Numerator) * 2_000_000) + Denominator) / (2 * Denominator);
        return (decimal)(Numerator.Sign < 0 ? -millionths : millionths) / 1_000_000m;
    }

    /// <summary>The order of two fractions by value.</summary>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
}
