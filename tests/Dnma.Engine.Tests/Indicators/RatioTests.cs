using System.Globalization;
using System.Numerics;
using Dnma.Engine.Indicators.Catalogue;
using FsCheck;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Indicators;

public class RatioTests
{
    [Theory]
    [InlineData(0, 1, "0.000000")]
    [InlineData(1, 3, "0.333333")]
    [InlineData(2, 3, "0.666667")]
    [InlineData(1, 2_000_000, "0.000001")] // 0.0000005 is halfway: up
    [InlineData(499_999, 1_000_000_000_000, "0.000000")]
    [InlineData(500_000, 1_000_000_000_000, "0.000001")]
    [InlineData(19_999_999, 20_000_000, "1.000000")] // 0.99999995 carries into the integer
    [InlineData(185_000, 2, "92500.000000")]
    [InlineData(long.MaxValue, 1, "9223372036854775807.000000")]
    [InlineData(long.MaxValue, long.MaxValue, "1.000000")]
    [InlineData(1, long.MaxValue, "0.000000")]
    [InlineData((1L << 40) - 1, 2, "549755813887.500000")]
    [InlineData(1L << 40, 3, "366503875925.333333")]
    [InlineData((1L << 40) - 1, (1L << 40) - 1, "1.000000")]
    [InlineData(1, (1L << 41) + 1, "0.000000")]
    [InlineData(9_223_372_036_855, 1, "9223372036855.000000")] // its millionths just exceed 64 bits
    [InlineData(0, 0, "")]
    [InlineData(5, 0, "")]
    public void Is_Written_With_Six_Decimals_Rounded_Half_Up(long numerator, long denominator, string expected) =>
        Assert.Equal(expected, new Ratio(numerator, denominator).ToString());

    [Theory]
    [InlineData(499, 1000, 0)]
    [InlineData(500, 1000, 1)]
    [InlineData(1499, 1000, 1)]
    [InlineData(1500, 1000, 2)]
    [InlineData(2500, 1000, 3)] // not to even
    [InlineData(7, 0, 0)]
    public void Rounds_Half_Up_To_An_Integer(long numerator, long denominator, long expected) =>
        Assert.Equal(expected, new Ratio(numerator, denominator).Round());

    [Fact]
    public void Value_Is_Null_Without_Denominator()
    {
        Assert.Null(default(Ratio).Value);
        Assert.False(default(Ratio).HasValue);
        Assert.Equal(0.333333m, new Ratio(1, 3).Value);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    public void Negative_Terms_Are_Refused(long numerator, long denominator) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(numerator, denominator));

    [Property]
    public bool Text_Is_At_Most_Half_A_Millionth_Away_And_Never_Below_A_Tie(NonNegativeInt a, NonNegativeInt b, PositiveInt c)
    {
        var (numerator, denominator) = (((long)a.Get << 31) | (uint)b.Get, (long)c.Get);
        var millionths = BigInteger.Parse(new Ratio(numerator, denominator).ToString().Replace(".", ""), CultureInfo.InvariantCulture);

        // millionths − 1/2 ≤ n/d · 10⁶ < millionths + 1/2
        var twice = new BigInteger(numerator) * 2_000_000;
        return (((2 * millionths) - 1) * denominator) <= twice && twice < (((2 * millionths) + 1) * denominator);
    }
}
