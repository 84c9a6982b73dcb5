using Dnma.Engine.Study2022.Results;

namespace Dnma.Engine.Tests.Study;

/// <summary>Changes and shares are rounded as a reader rounds: half away from zero, once.</summary>
public sealed class ChangeTest
{
    [Theory]
    [InlineData(200, 235, "+18 %")]
    [InlineData(200, 233, "+17 %")]
    [InlineData(200, 165, "-18 %")]
    [InlineData(200, 167, "-17 %")]
    [InlineData(1000, 1004, "0 %")]
    [InlineData(100, 100, "0 %")]
    [InlineData(3, 9, "+200 %")]
    public void A_change_is_rounded_half_away_from_zero(int before, int after, string text) => Assert.Equal(text, new Change(before, after).ToString());

    [Theory]
    [InlineData(1, 8, 0, "13")]
    [InlineData(1, 8, 1, "12.5")]
    [InlineData(1, 2000, 1, "0.1")]
    [InlineData(0, 7, 1, "0.0")]
    [InlineData(0, 0, 1, "0")]
    public void A_share_is_rounded_half_away_from_zero(int part, int whole, int decimals, string percent) =>
        Assert.Equal(decimal.Parse(percent), new Part("notes", new(part, whole)).Percent(decimals));
}
