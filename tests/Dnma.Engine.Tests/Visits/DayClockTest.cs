using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

public class DayClockTest
{
    [Fact]
    public void Each_day_holds_its_first_millisecond_and_not_its_last_plus_one()
    {
        // Both nights when clocks change, and whichever way the instants jump.
        var clock = new DayClock(CivilZone.Paris);
        foreach (var (instant, date) in new[]
        {
            ("2022-10-29T22:00:00.000Z", "2022-10-30"),
            ("2022-10-30T22:59:59.999Z", "2022-10-30"),
            ("2022-10-30T23:00:00.000Z", "2022-10-31"),
            ("2022-10-30T22:59:59.999Z", "2022-10-30"),
            ("2022-03-26T22:59:59.999Z", "2022-03-26"),
            ("2022-03-26T23:00:00.000Z", "2022-03-27"),
            ("2022-03-27T21:59:59.999Z", "2022-03-27"),
            ("2022-03-27T22:00:00.000Z", "2022-03-28"),
            ("1970-01-01T00:00:00.000Z", "1970-01-01"),
        })
        {
            var ms = DateTimeOffset.Parse(instant, null).ToUnixTimeMilliseconds();
            Assert.Equal(DateOnly.Parse(date, null), LocalCalendar.DateOf(clock.DayOf(ms)));
        }
    }

    [Fact]
    public void A_day_ends_where_the_next_one_begins()
    {
        var clock = new DayClock(CivilZone.Paris);
        foreach (var (instant, end) in new[]
        {
            ("2022-10-30T12:00:00Z", "2022-10-30T23:00:00Z"), ("2022-10-30T23:00:00Z", "2022-10-31T23:00:00Z"), ("2022-03-27T12:00:00Z", "2022-03-27T22:00:00Z"),
        })
        {
            clock.DayOf(DateTimeOffset.Parse(instant, null).ToUnixTimeMilliseconds());
            Assert.Equal(DateTimeOffset.Parse(end, null).ToUnixTimeMilliseconds(), clock.EndOfDay);
        }
    }
}
