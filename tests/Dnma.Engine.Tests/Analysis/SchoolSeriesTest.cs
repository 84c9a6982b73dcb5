using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using static Dnma.Engine.Tests.Analysis.WeeklyTable;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>Families 8 and 11 at single schools: what befalls one of them is found there and then, and what befalls none is no finding.</summary>
public class SchoolSeriesTest
{
    private const int Weeks = 34;
    private const int Week = 20; // Monday 2026-01-19, far from holidays.
    private static readonly string Uai = WeeklyTable.Uai(99);

    [Fact]
    public void Holidays_and_short_weeks_are_no_finding() => Assert.Empty(new WeeklyTable(Weeks).Schools(20).School(Uai, Usual()).Series());

    [Fact]
    public void A_school_that_was_fed_and_is_no_longer_is_silent()
    {
        var finding = Assert.Single(With(week => week < Week ? 1 : 0));
        Assert.Equal(("school-silent", TerritoryLevel.Establishment, Uai, Monday(Week), "visits", 0), Key(finding));

        // What it would have counted in the weeks of school that are left.
        var lost = Enumerable.Range(Week, Weeks - Week).Where(IsSchool).Sum(week => Usual()(week));
        Assert.InRange(finding.Expected!.Value, 0.9 * lost, 1.1 * lost);
        Assert.True(finding.Chance < 1e-6);
    }

    [Fact]
    public void Silence_may_end() => Assert.Equal("school-silent", Assert.Single(With(week => week is Week or (Week + 1) ? 0 : 1)).Control.Id);

    [Fact]
    public void A_fall_of_the_level_is_found_in_its_week() =>
        Assert.Equal(("school-level-fall", Monday(Week)), ControlAndStart(Assert.Single(With(week => week < Week ? 1 : 0.4))));

    [Fact]
    public void A_rise_of_the_level_is_found_in_its_week() =>
        Assert.Equal(("school-level-rise", Monday(Week)), ControlAndStart(Assert.Single(With(week => week < Week ? 1 : 2.5))));

    [Fact]
    public void A_return_to_the_level_before_is_no_second_finding() =>
        Assert.Equal(("school-level-fall", Monday(12)), ControlAndStart(Assert.Single(With(week => week is >= 12 and < 22 ? 0.4 : 1))));

    [Fact]
    public void A_small_change_is_none() => Assert.Empty(With(week => week < Week ? 1 : 0.88));

    [Fact]
    public void A_week_too_low_is_found()
    {
        var finding = Assert.Single(With(week => week == Week ? 0.3 : 1));
        Assert.Equal(("school-week-low", Monday(Week)), ControlAndStart(finding));
        Assert.InRange(finding.Figure / finding.Expected!.Value, 0.25, 0.35);
    }

    [Fact]
    public void A_week_too_high_is_found() => Assert.Equal(("school-week-high", Monday(Week)), ControlAndStart(Assert.Single(With(week => week == Week ? 4 : 1))));

    [Fact]
    public void Neighbouring_weeks_are_one_finding()
    {
        var finding = Assert.Single(With(week => week is Week or (Week + 1) ? 4 : 1));
        Assert.Equal(("school-week-high", Monday(Week)), ControlAndStart(finding));
        Assert.InRange(finding.Figure, 3.5 * (Usual()(Week) + Usual()(Week + 1)), 4.5 * (Usual()(Week) + Usual()(Week + 1)));
    }

    [Fact]
    public void Hits_that_double_while_visits_do_not_are_found()
    {
        var finding = Assert.Single(new WeeklyTable(Weeks).Schools(20).School(Uai, Usual(), week => Usual()(week) * (week < Week ? 6 : 12)).Series());
        Assert.Equal(("hits-per-visit", Monday(Week)), ControlAndStart(finding));
        Assert.Equal("hits_per_visit", finding.Subject);
        Assert.Equal(12, finding.Figure, 0.5);
        Assert.Equal(6, finding.Expected!.Value, 0.5);
    }

    [Fact]
    public void A_robot_of_one_week_is_found_by_its_hits() =>
        Assert.Equal(
            ("hits-per-visit", Monday(Week)),
            ControlAndStart(Assert.Single(new WeeklyTable(Weeks).Schools(20).School(Uai, Usual(), week => Usual()(week) * (week == Week ? 60 : 6)).Series())));

    [Fact]
    public void A_service_that_is_unplugged_is_found_at_its_school()
    {
        var table = new WeeklyTable(Weeks).Schools(20).School(Uai, Usual());
        for (var number = 1; number <= 20; number++)
        {
            var seed = 300 + number;
            table.Put(TerritoryLevel.Establishment, WeeklyTable.Uai(number), Dimension.Service, "notes", week => table.Usual(20, week, seed));
        }

        table.Put(TerritoryLevel.Establishment, Uai, Dimension.Service, "notes", week => week < Week ? table.Usual(30, week, 400) : 0);
        var finding = Assert.Single(table.Series());
        Assert.Equal(("school-silent", TerritoryLevel.Establishment, Uai, Monday(Week), "service:notes", 0), Key(finding));
    }

    [Fact]
    public void A_new_school_may_grow() =>
        Assert.Empty(With(week => week < 8 ? 0 : Math.Min(1, 0.12 * (week - 7))));

    [Fact]
    public void A_school_that_joins_is_none() => Assert.Empty(With(week => week < 8 ? 0 : 1));

    [Fact]
    public void Fewer_than_four_comparable_weeks_before_tell_nothing() => Assert.Empty(With(week => week is >= 8 and < 11 ? 1 : 0));

    [Fact]
    public void A_tiny_school_may_be_empty_for_a_week() =>
        Assert.Empty(new WeeklyTable(Weeks).Schools(20).School(Uai, week => week % 5 == 0 ? 0 : 1).Series());

    private static Finding[] With(Func<int, double> factor) =>
        new WeeklyTable(Weeks).Schools(20).School(Uai, week => (long)Math.Round(Usual()(week) * factor(week))).Series();

    private static Func<int, long> Usual() => week => new WeeklyTable(Weeks).Usual(200, week, 7);

    private static bool IsSchool(int week) => Usual()(week) > 200;

    private static (string, TerritoryLevel, string, DateOnly, string, double) Key(Finding finding) =>
        (finding.Control.Id, finding.Level, finding.Code, finding.PeriodStart!.Value, finding.Subject, finding.Figure);

    private static (string Control, DateOnly Start) ControlAndStart(Finding finding) => (finding.Control.Id, finding.PeriodStart!.Value);
}
