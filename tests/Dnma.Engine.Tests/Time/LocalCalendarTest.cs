using Dnma.Engine.Time;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Time;

/// <summary>Weeks, months and school years at their edges; dates are from the calendar on the wall.</summary>
public class LocalCalendarTest
{
    [Theory]
    [InlineData("1970-01-01", 0)]
    [InlineData("1969-12-31", -1)]
    [InlineData("2022-09-05", 19240)]
    public void Days_are_numbered_from_1970(string date, int day) => Assert.Equal(day, LocalCalendar.DayOf(DateOnly.Parse(date, null)));

    [Theory]
    [InlineData("2022-09-04", "2022-08-29")]
    [InlineData("2022-09-05", "2022-09-05")]
    [InlineData("2022-09-11", "2022-09-05")]
    [InlineData("2023-01-01", "2022-12-26")]
    [InlineData("1969-12-31", "1969-12-29")]
    [InlineData("2024-02-29", "2024-02-26")]
    public void A_week_starts_on_Monday(string date, string monday) => AssertStart(PeriodKind.Week, date, monday);

    [Theory]
    [InlineData("2022-09-01", "2022-09-01")]
    [InlineData("2022-08-31", "2022-08-01")]
    [InlineData("2024-02-29", "2024-02-01")]
    public void A_month_starts_on_its_first_day(string date, string first) => AssertStart(PeriodKind.Month, date, first);

    [Theory]
    [InlineData("2022-07-31", "2021-08-01")]
    [InlineData("2022-08-01", "2022-08-01")]
    [InlineData("2023-01-01", "2022-08-01")]
    public void A_school_year_starts_on_the_first_of_August(string date, string first) => AssertStart(PeriodKind.SchoolYear, date, first);

    [Fact]
    public void The_whole_range_starts_where_it_is_told_to() => Assert.Equal(7, LocalCalendar.PeriodStart(PeriodKind.All, 100, 7));

    [Property]
    public void Dates_and_days_are_each_others_inverse(int day)
    {
        var number = day % 100_000;
        Assert.Equal(number, LocalCalendar.DayOf(LocalCalendar.DateOf(number)));
        Assert.Equal(DayOfWeek.Monday, LocalCalendar.DateOf(LocalCalendar.WeekStart(number)).DayOfWeek);
        Assert.InRange(number - LocalCalendar.WeekStart(number), 0, 6);
    }

    [Fact]
    public void A_range_is_half_open()
    {
        var range = DayRange.Of(new DateOnly(2022, 9, 5), new DateOnly(2022, 9, 7));
        Assert.Equal(2, range.Length);
        Assert.True(range.Contains(range.Start));
        Assert.True(range.Contains(range.End - 1));
        Assert.False(range.Contains(range.End));
        Assert.False(range.Contains(range.Start - 1));
        Assert.Equal(0, new DayRange(3, 1).Length);
    }

    private static void AssertStart(PeriodKind kind, string date, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), LocalCalendar.DateOf(LocalCalendar.PeriodStart(kind, LocalCalendar.DayOf(DateOnly.Parse(date, null)), 0)));
}
