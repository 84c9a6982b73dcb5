using System.Globalization;
using Dnma.Engine.Time;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Time;

/// <summary>Expected values: counted by hand on a printed calendar with the holidays of domain §6.</summary>
public class SchoolWeekTests
{
    private static readonly SchoolCalendar Calendar = SchoolCalendar.BuiltIn;

    [Theory]
    [InlineData(2021, "2021-08-30", 2)] // domain §6: the first weeks of 2021 and 2022 hold two pupil days, 2023's holds five
    [InlineData(2022, "2022-08-29", 2)]
    [InlineData(2023, "2023-09-04", 5)]
    [InlineData(2019, "2019-09-02", 5)]
    [InlineData(2020, "2020-08-31", 4)]
    public void The_first_week_of_a_school_year_has_rank_1(int year, string monday, int days)
    {
        foreach (var zone in (SchoolZone[])[SchoolZone.A, SchoolZone.B, SchoolZone.C])
        {
            Assert.Equal(new SchoolWeek(year, 1, DayRange.Of(Date(monday), Date(monday).AddDays(7)), days), Calendar.FindWeek(year, 1, zone));
        }
    }

    [Theory]
    [InlineData("2022-09-05", SchoolZone.A, 2, 5)]
    [InlineData("2022-10-21", SchoolZone.A, 8, 5)] // the last day before Toussaint
    [InlineData("2022-11-07", SchoolZone.A, 9, 4)] // two weeks off are no weeks; 11 November is a Friday
    [InlineData("2022-12-16", SchoolZone.A, 14, 5)]
    [InlineData("2023-01-03", SchoolZone.A, 15, 4)] // Noël ends with 2 January
    [InlineData("2023-02-03", SchoolZone.A, 19, 5)]
    [InlineData("2023-02-20", SchoolZone.A, 20, 5)] // after the winter of zone A
    [InlineData("2023-02-20", SchoolZone.C, null, 0)] // in that of zone C
    [InlineData("2023-03-06", SchoolZone.C, 22, 5)]
    [InlineData("2023-07-07", SchoolZone.A, 37, 5)]
    [InlineData("2023-07-10", SchoolZone.A, null, 0)]
    public void Ranks_pass_over_weeks_without_school(string date, SchoolZone zone, int? rank, int days)
    {
        var week = Calendar.WeekOf(Date(date), zone);
        Assert.Equal(rank, week?.Rank);
        Assert.Equal(days, week?.SchoolDays ?? 0);
        Assert.True(week is null || week.Value.SchoolYear == 2022);
    }

    [Fact]
    public void What_the_calendar_does_not_tell_has_no_weeks()
    {
        Assert.Empty(Calendar.WeeksOf(2018, SchoolZone.A));
        Assert.Empty(Calendar.WeeksOf(2027, SchoolZone.A)); // its first day is known, its weeks are not
        Assert.Null(Calendar.FindWeek(2022, 0, SchoolZone.A));
        Assert.Null(Calendar.FindWeek(2022, 38, SchoolZone.A));
        Assert.Null(Calendar.WeekOf(Date("2019-07-01"), SchoolZone.A));
        Assert.Null(Calendar.WeekOf(Date("2040-07-01"), SchoolZone.A));
        Assert.Null(Calendar.WeekOf(DateOnly.MaxValue, SchoolZone.A));
    }

    [Fact]
    public void Every_school_day_is_in_exactly_one_week_of_its_school_year()
    {
        foreach (var zone in Enum.GetValues<SchoolZone>())
        {
            var coverage = Calendar.CoverageOf(zone);
            for (var year = 2019; year < 2027 && coverage.Length > 0; year++)
            {
                var weeks = Calendar.WeeksOf(year, zone);
                Assert.Equal(Enumerable.Range(1, weeks.Count), weeks.Select(week => week.Rank));
                Assert.All(weeks, week => Assert.Equal(Calendar.CountSchoolDays(week.Days, zone), week.SchoolDays));
                Assert.All(weeks, week => Assert.Equal(LocalCalendar.WeekStart(week.Days.Start), week.Days.Start));
                if (Calendar.PupilsFirstDay(year, zone) is { } first && Calendar.PupilsFirstDay(year + 1, zone) is { } next)
                {
                    Assert.Equal(Calendar.CountSchoolDays(DayRange.Of(first, next), zone), weeks.Sum(week => week.SchoolDays));
                }
            }
        }
    }

    [Property]
    public bool A_week_is_found_by_each_of_its_days(ushort seed, byte zoneSeed)
    {
        var zone = (SchoolZone)(zoneSeed % 3);
        var week = Calendar.WeeksOf(2019 + (seed % 8), zone) is var weeks ? weeks[seed % weeks.Count] : default;
        return Enumerable.Range(week.Days.Start, 7).All(day => Calendar.WeekOf(LocalCalendar.DateOf(day), zone) == week);
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
