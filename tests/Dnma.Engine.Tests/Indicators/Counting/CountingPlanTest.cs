using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Indicators.Counting;

public class CountingPlanTest
{
    [Fact]
    public void All_periods_at_all_levels_but_days_below_the_department()
    {
        var plan = new CountingPlan(Enum.GetValues<PeriodKind>(), Enum.GetValues<TerritoryLevel>());
        foreach (var period in Enum.GetValues<PeriodKind>())
        {
            foreach (var level in Enum.GetValues<TerritoryLevel>())
            {
                var isDayBelow = level is not (TerritoryLevel.National or TerritoryLevel.Academy or TerritoryLevel.Department);
                Assert.Equal(!(period == PeriodKind.Day && isDayBelow), plan.Counts(period, level));
            }
        }
    }

    [Fact]
    public void What_the_published_tables_are_made_of_is_counted_unasked()
    {
        var plan = new CountingPlan([PeriodKind.Month], [TerritoryLevel.Project]);
        var counted =
            from period in Enum.GetValues<PeriodKind>()
            from level in Enum.GetValues<TerritoryLevel>()
            where plan.Counts(period, level)
            select (period, level);
        Assert.Equal(
            [
                (PeriodKind.Day, TerritoryLevel.National), (PeriodKind.Week, TerritoryLevel.National), (PeriodKind.Week, TerritoryLevel.Establishment),
                (PeriodKind.Month, TerritoryLevel.National), (PeriodKind.Month, TerritoryLevel.Project), (PeriodKind.SchoolYear, TerritoryLevel.National),
                (PeriodKind.All, TerritoryLevel.National), (PeriodKind.All, TerritoryLevel.Academy),
            ],
            counted.OrderBy(pair => pair.period).ThenBy(pair => pair.level));
        Assert.All(Enum.GetValues<PeriodKind>(), period => Assert.True(plan.Counts(period)));
    }

    [Fact]
    public void The_open_data_alone_are_weeks_of_establishments_without_events()
    {
        var counted =
            from period in Enum.GetValues<PeriodKind>()
            from level in Enum.GetValues<TerritoryLevel>()
            where CountingPlan.OpenData.Counts(period, level)
            select (period, level);
        Assert.Equal([(PeriodKind.Week, TerritoryLevel.Establishment)], counted);
        Assert.False(CountingPlan.OpenData.CountsAnyEvents);
        Assert.All(Enum.GetValues<PeriodKind>(), period => Assert.Equal(period == PeriodKind.Week, CountingPlan.OpenData.Counts(period)));
        Assert.All(Enum.GetValues<PeriodKind>(), period => Assert.False(CountingPlan.OpenData.CountsEvents(period, TerritoryLevel.National)));
    }

    [Fact]
    public void Events_are_counted_where_someone_asks_for_labels()
    {
        var plan = new CountingPlan(Enum.GetValues<PeriodKind>(), Enum.GetValues<TerritoryLevel>());
        Assert.True(plan.CountsAnyEvents);
        foreach (var (period, levels) in new (PeriodKind, TerritoryLevel[])[]
        {
            (PeriodKind.Day, [TerritoryLevel.National]),
            (PeriodKind.Week, [TerritoryLevel.National, TerritoryLevel.Academy, TerritoryLevel.Department, TerritoryLevel.Establishment]),
            (PeriodKind.Month, [TerritoryLevel.National, TerritoryLevel.Academy]),
            (PeriodKind.SchoolYear, [TerritoryLevel.National, TerritoryLevel.Academy]),
            (PeriodKind.All, Enum.GetValues<TerritoryLevel>()),
        })
        {
            Assert.Equal(levels, Enum.GetValues<TerritoryLevel>().Where(level => plan.CountsEvents(period, level)));
        }
    }

    [Fact]
    public void Days_that_are_remembered_in_one_place_are_told_apart()
    {
        var days = new DayPeriods();
        var day = Day("2022-09-06");
        foreach (var other in new[] { day, day + 1024, day, day - 1024, 0, -1, day })
        {
            Assert.Equal((other, LocalCalendar.WeekStart(other), CountingPlan.AtomOf(other)), (days.Of(other).Day, days.Of(other).Week, days.Of(other).Atom));
        }
    }

    [Theory]
    [InlineData("2022-08-31", "2022-08-29")] // Wednesday: since Monday
    [InlineData("2022-09-01", "2022-09-01")] // Thursday: since the 1st
    [InlineData("2022-09-04", "2022-09-01")]
    [InlineData("2022-09-05", "2022-09-05")]
    [InlineData("2022-08-01", "2022-08-01")] // the school year begins on a Monday
    public void An_atom_begins_with_its_week_or_its_month(string day, string atom) =>
        Assert.Equal(DateOnly.Parse(atom, null), LocalCalendar.DateOf(CountingPlan.AtomOf(LocalCalendar.DayOf(DateOnly.Parse(day, null)))));

    [Fact]
    public void Starts_follow_the_day()
    {
        var starts = new DayPeriods();
        foreach (var (date, week, month, year) in new[]
        {
            ("2022-07-31", "2022-07-25", "2022-07-01", "2021-08-01"), ("2022-08-01", "2022-08-01", "2022-08-01", "2022-08-01"), ("2022-07-31", "2022-07-25", "2022-07-01", "2021-08-01"),
        })
        {
            var day = Day(date);
            Assert.Equal(
                [day, Day(week), Day(month), Day(year), DayPeriods.AllStart],
                Enum.GetValues<PeriodKind>().Select(kind => starts.Of(day).StartOf(kind)));
        }
    }

    private static int Day(string date) => LocalCalendar.DayOf(DateOnly.Parse(date, null));
}
