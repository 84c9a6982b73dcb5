using Dnma.Engine.Hits;

namespace Dnma.Engine.Tests.Analysis;

public class ClockOffsetTest
{
    private const long Server = 1_662_364_800_000;
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;

    [Theory]
    [InlineData(0, true, 0)]
    [InlineData(10 * Minute, true, 0)]
    [InlineData(-10 * Minute, true, 0)]
    [InlineData((10 * Minute) + 1, false, 0)]
    [InlineData((-10 * Minute) - 1, false, 0)]
    [InlineData(30 * Minute, false, 0)]
    [InlineData(-30 * Minute, false, 0)]
    [InlineData((50 * Minute) - 1, false, 0)]
    [InlineData(50 * Minute, false, 1)]
    [InlineData(Hour, false, 1)]
    [InlineData(70 * Minute, false, 1)]
    [InlineData((70 * Minute) + 1, false, 0)]
    [InlineData(90 * Minute, false, 0)]
    [InlineData(-50 * Minute, false, -1)]
    [InlineData(-70 * Minute, false, -1)]
    [InlineData((-70 * Minute) - 1, false, 0)]
    [InlineData(2 * Hour, false, 2)]
    [InlineData(-2 * Hour, false, -2)]
    [InlineData(14 * Hour, false, 14)]
    [InlineData((14 * Hour) + (10 * Minute), false, 14)]
    [InlineData((14 * Hour) + (10 * Minute) + 1, false, 0)]
    [InlineData((-14 * Hour) - (10 * Minute), false, -14)]
    [InlineData(15 * Hour, false, 0)]
    [InlineData(999_999_999_999_999_999 - Server, false, 0)]
    [InlineData(-Server, false, 0)]
    public void An_offset_is_together_or_of_whole_hours_or_neither(long apart, bool isTogether, int hours)
    {
        var offset = ClockOffset.Of(Server + apart, Server);
        Assert.Equal((true, isTogether, hours), (offset.HasBoth, offset == ClockOffset.Together, offset.Hours));
        Assert.Equal(!isTogether && hours == 0, offset == ClockOffset.Apart);
        Assert.InRange(offset.Code, 1, ClockOffset.CodeCount - 1);
    }

    [Fact]
    public void Every_hour_has_a_code_of_its_own()
    {
        var codes = Enumerable.Range(-14, 29).Select(hours => ClockOffset.Of(Server + (hours * Hour), Server)).ToArray();
        Assert.Equal(Enumerable.Range(-14, 29), codes.Select(offset => offset.Hours));
        Assert.Equal([.. Enumerable.Range(3, 14), 1, .. Enumerable.Range(17, 14)], codes.Select(offset => (int)offset.Code));
        Assert.Equal(ClockOffset.CodeCount, codes.Max(offset => offset.Code) + 1);
    }

    [Fact]
    public void A_hit_without_both_clocks_has_no_offset() => Assert.Equal((false, 0), (ClockOffset.None.HasBoth, ClockOffset.None.Hours));
}
