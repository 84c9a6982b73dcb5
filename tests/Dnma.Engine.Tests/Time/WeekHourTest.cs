using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Time;

/// <summary>Hours of the week, on local clocks.</summary>
public class WeekHourTest
{
    [Fact]
    public void The_week_has_168_hours_whose_codes_are_in_order_and_read_back()
    {
        Assert.Equal(168, WeekHour.All.Count);
        Assert.Equal((new WeekHour(DayOfWeek.Monday, 0), new WeekHour(DayOfWeek.Sunday, 23)), (WeekHour.All[0], WeekHour.All[^1]));
        var codes = WeekHour.All.Select(hour => hour.Code).ToArray();
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.Equal(("1-00", "7-23"), (codes[0], codes[^1]));
        Assert.All(WeekHour.All, hour => Assert.True(WeekHour.TryParse(hour.Code, out var read) && read == hour));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0-08")]
    [InlineData("8-08")]
    [InlineData("1-24")]
    [InlineData("1-30")]
    [InlineData("1-8")]
    [InlineData("1-008")]
    [InlineData("1_08")]
    [InlineData("1-0a")]
    [InlineData("inconnu")]
    public void Other_texts_are_no_hours(string code) => Assert.False(WeekHour.TryParse(code, out _));

    /// <summary>Paris is an hour ahead of UTC in winter, two in summer; on 27 March 2022 two o'clock was skipped, on 30 October it came twice.</summary>
    [Theory]
    [InlineData("2022-09-05T06:59:59.999Z", "1-08")]
    [InlineData("2022-09-05T07:00:00Z", "1-09")]
    [InlineData("2022-12-05T22:59:59Z", "1-23")]
    [InlineData("2022-12-05T23:00:00Z", "2-00")]
    [InlineData("2022-12-04T22:59:59Z", "7-23")]
    [InlineData("2022-03-27T00:59:59Z", "7-01")]
    [InlineData("2022-03-27T01:00:00Z", "7-03")]
    [InlineData("2022-10-30T00:30:00Z", "7-02")]
    [InlineData("2022-10-30T01:30:00Z", "7-02")]
    [InlineData("1969-12-31T22:00:00Z", "3-23")]
    public void Hours_are_those_of_local_clocks(string instant, string code) =>
        Assert.Equal(code, WeekHour.At(CivilZone.Paris, DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()).Code);
}
