using System.Globalization;

namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>
/// A quotient of two exact counts, rounded only where it is written. Two ratios are equal when both terms are: 1/2 is not 2/4. The default
/// value is 0/0, which has no value. A value, thread safe.
/// </summary>
public readonly record struct Ratio
{
    /// <summary>How many decimals a ratio is written with.</summary>
    public const int Decimals = 6;

    private const long Scale = 1_000_000;
    private const long SmallTerm = 1L << 40;

    /// <summary>Creates a ratio.</summary>
    /// <param name="numerator">At least 0.</param>
    /// <param name="denominator">At least 0; with 0 the ratio has no value.</param>
    /// <exception cref="ArgumentOutOfRangeException">A term is negative.</exception>
    public Ratio(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfNegative(denominator);
        Numerator = numerator;
        Denominator = denominator;
    }

    /// <summary>What is divided; at least 0.</summary>
    public long Numerator { get; }

    /// <summary>What it is divided by; 0 where there is nothing to divide by.</summary>
    public long Denominator { get; }

    /// <summary>Whether there is something to divide by.</summary>
    public bool HasValue => Denominator != 0;

    /// <summary>The quotient rounded half-up to six decimals, or null where the denominator is 0.</summary>
    public decimal? Value => HasValue ? (decimal)Rounded(Scale) / Scale : null;

    /// <summary>The quotient rounded half-up to an integer, or 0 where the denominator is 0.</summary>
    public long Round() => HasValue ? (long)Rounded(1) : 0;

    /// <summary>The quotient with six decimals, rounded half-up, with a point; empty where the denominator is 0. At most 26 bytes.</summary>
    /// <param name="utf8">Where to write; of at least 26 bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public int Format(Span<byte> utf8)
    {
        if (!HasValue)
        {
            return 0;
        }

        var millionths = Rounded(Scale);
        var (whole, rest) = millionths <= long.MaxValue
            ? Math.DivRem((long)millionths, Scale)
            : ((long)(millionths / Scale), (long)(millionths % Scale));
        _ = whole.TryFormat(utf8, out var written, default, CultureInfo.InvariantCulture);
        utf8[written++] = (byte)'.';
        _ = rest.TryFormat(utf8[written..], out var decimals, "D6", CultureInfo.InvariantCulture);
        return written + decimals;
    }

    /// <summary>The same text as <see cref="Format"/>.</summary>
    public override string ToString()
    {
        Span<byte> utf8 = stackalloc byte[32];
        return System.Text.Encoding.ASCII.GetString(utf8[..Format(utf8)]);
    }

    // floor(n·s/d + 1/2) in integers: 2⁶³ · 10⁶ · 2 stays far below 2¹²⁷; most terms are so small that 64 bits hold them too.
    private Int128 Rounded(long scale) => Numerator < SmallTerm && Denominator < SmallTerm
        ? ((Numerator * scale * 2) + Denominator) / (Denominator * 2)
        : (((Int128)Numerator * scale * 2) + Denominator) / ((Int128)Denominator * 2);
}
