using Dnma.Engine.Contracts;
using Dnma.Engine.Time;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Time;

/// <summary>Local days of Europe/Paris and of a zone that skips midnight.</summary>
public class CivilZoneTest
{
    [Theory]
    [InlineData("2022-09-05T21:59:59.999Z", "2022-09-05")]
    [InlineData("2022-09-05T22:00:00.000Z", "2022-09-06")]
    [InlineData("2022-12-31T22:59:59.999Z", "2022-12-31")]
    [InlineData("2022-12-31T23:00:00.000Z", "2023-01-01")]
    [InlineData("2022-03-26T23:00:00.000Z", "2022-03-27")]
    [InlineData("2022-03-27T21:59:59.999Z", "2022-03-27")]
    [InlineData("2022-03-27T22:00:00.000Z", "2022-03-28")]
    [InlineData("2022-10-29T22:00:00.000Z", "2022-10-30")]
    [InlineData("2022-10-30T22:59:59.999Z", "2022-10-30")]
    [InlineData("2022-10-30T23:00:00.000Z", "2022-10-31")]
    public void A_day_ends_at_midnight_in_Paris(string instant, string date) =>
        Assert.Equal(DateOnly.Parse(date, null), LocalCalendar.DateOf(CivilZone.Paris.DayOf(Ms(instant))));

    [Theory]
    [InlineData("2022-03-27", 23)]
    [InlineData("2022-10-30", 25)]
    [InlineData("2022-09-05", 24)]
    public void Days_of_23_and_25_hours_exist(string date, int hours)
    {
        var day = LocalCalendar.DayOf(DateOnly.Parse(date, null));
        Assert.Equal(hours * 3_600_000L, CivilZone.Paris.StartOf(day + 1) - CivilZone.Paris.StartOf(day));
    }

    /// <summary>A week, a month or a school year may begin before the first day of the epoch. Paris was an hour ahead in 1969.</summary>
    [Theory]
    [InlineData(-1, -90_000_000L)]
    [InlineData(-3, -262_800_000L)]
    [InlineData(0, -3_600_000L)]
    public void Days_before_the_epoch_have_a_start(int day, long startMs) => Assert.Equal(startMs, CivilZone.Paris.StartOf(day));

    [Fact]
    public void A_day_may_begin_after_midnight()
    {
        // Beirut went from 00:00 to 01:00 on 2022-03-27: that day began at 2022-03-26T22:00Z, its hour 0 never was.
        var zone = CivilZone.Of("Asia/Beirut");
        var day = LocalCalendar.DayOf(new DateOnly(2022, 3, 27));
        Assert.Equal(Ms("2022-03-26T22:00:00Z"), zone.StartOf(day));
        Assert.Equal(1, zone.HourOf(zone.StartOf(day)));
    }

    [Theory]
    [InlineData("2022-09-05T08:15:00Z", 10)]
    [InlineData("2022-12-05T08:15:00Z", 9)]
    [InlineData("1969-12-31T23:30:00Z", 0)]
    public void Hours_are_local(string instant, int hour) => Assert.Equal(hour, CivilZone.Paris.HourOf(Ms(instant)));

    [Property]
    public void An_instant_lies_in_its_day(int minutes)
    {
        var instant = Ms("2005-01-01T00:00:00Z") + ((minutes & 0x7FFFFFF) % 49_000_000 * 60_000L);
        var day = CivilZone.Paris.DayOf(instant);
        Assert.InRange(instant, CivilZone.Paris.StartOf(day), CivilZone.Paris.StartOf(day + 1) - 1);
    }

    [Fact]
    public void An_unknown_zone_is_an_invalid_option()
    {
        var error = Assert.Throws<EngineException>(() => CivilZone.Of("Europe/Lutece"));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
        Assert.Contains("Europe/Lutece", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_zone_data_carry_a_version() => Assert.Contains("TZDB", CivilZone.DataVersion, StringComparison.Ordinal);

    private static long Ms(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
