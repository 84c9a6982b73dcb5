using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Charts;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Charts;

/// <summary>Charts over time hold the rows' figures, and nothing where there is no row.</summary>
public class TimeChartTest
{
    private static readonly ChartRequest English = new() { Language = LabelLanguage.English };

    [Fact]
    public void Figures_are_the_rows_and_a_day_without_a_row_is_a_gap()
    {
        var chart = AudienceCharts.VisitsOverTime(Days((0, 10, 4), (1, 0, 0), (3, 7, 5)), English);
        Assert.Equal(["Visits", "Users"], chart.Series.Select(series => series.Name));
        Assert.Equal([ChartValue.Of(10), ChartValue.Of(0), ChartValue.Missing, ChartValue.Of(7)], chart.Series[0].Points.Select(point => point.Value));
        Assert.Equal([ChartValue.Of(4), ChartValue.Of(0), ChartValue.Missing, ChartValue.Of(5)], chart.Series[1].Points.Select(point => point.Value));
        Assert.Equal([0, 1, 2, 3], chart.Series[0].Points.Select(point => point.Start.DayNumber - ChartTables.Monday.DayNumber));
        Assert.Equal(["5 Sep 2022", "10", "4", ""], chart.Table.Rows[0].Select(Plain));
        Assert.Equal(["7 Sep 2022", "–", "–", ""], chart.Table.Rows[2].Select(Plain));
        Assert.Contains("Where a line breaks off the table has no row: nothing is drawn.", chart.Notes);
        Assert.Equal("France, 5 Sep 2022 to 8 Sep 2022", Plain(chart.Subtitle));
    }

    [Fact]
    public void Users_of_several_days_are_said_not_to_add_up() =>
        Assert.Contains("Users do not add up over periods: one person counts in each.", AudienceCharts.VisitsOverTime(Days((0, 1, 1), (1, 1, 1)), English).Notes);

    [Fact]
    public void Withheld_days_have_no_figure_and_the_chart_says_so()
    {
        var chart = AudienceCharts.VisitsOverTime(Days((0, 10, 4), (1, 3, 3)).Withholding(row => row.PeriodStart == ChartTables.Monday.AddDays(1)), English);
        Assert.Equal(ChartValueState.Withheld, chart.Series[0].Points[1].Value.State);
        Assert.Equal("withheld", chart.Table.Rows[1][1]);
        Assert.Contains(chart.Notes, note => note.StartsWith("Withheld:", StringComparison.Ordinal));
    }

    [Fact]
    public void Periods_that_coverage_calls_incomplete_are_marked()
    {
        CoverageRow Coverage(int week, CoverageState state) => new() { Period = PeriodKind.Week, PeriodStart = ChartTables.Monday.AddDays(7 * week), Level = TerritoryLevel.National, Code = "FR", State = state };
        var table = TableOfRows.Of([.. Enumerable.Range(0, 3).Select(week => ChartTables.Total(5, 2, PeriodKind.Week, ChartTables.Monday.AddDays(7 * week)))]);
        var chart = AudienceCharts.VisitsOverTime(table, English with { Period = PeriodKind.Week, Coverage = [Coverage(0, CoverageState.Complete), Coverage(1, CoverageState.PartlyFed), Coverage(2, CoverageState.Unfinished)] });
        Assert.Equal([ChartValueState.Known, ChartValueState.Partial, ChartValueState.Partial], chart.Series[0].Points.Select(point => point.Value.State));
        Assert.Equal("5 (incomplete)", chart.Table.Rows[2][1]);
        Assert.Contains(chart.Notes, note => note.StartsWith("Hollow points:", StringComparison.Ordinal));
    }

    /// <summary>The winter of 2023: A 4 to 19, B 11 to 26 February, C 18 February to 5 March (domain §6); the chart ends on 28 February.</summary>
    [Fact]
    public void Holidays_are_the_calendar_s_by_zone_and_end_with_the_chart()
    {
        var first = new DateOnly(2023, 2, 6);
        var table = TableOfRows.Of([.. Enumerable.Range(0, 23).Select(day => ChartTables.Total(1, 1, PeriodKind.Day, first.AddDays(day)))]);
        var chart = AudienceCharts.VisitsOverTime(table, new ChartRequest());
        Assert.Equal([SchoolZone.A, SchoolZone.B, SchoolZone.C], chart.Zones);
        Assert.Equal(
            [
                new HolidayBand(SchoolZone.A, SchoolHolidayKind.Hiver, first, new(2023, 2, 19), "hiver"),
                new HolidayBand(SchoolZone.B, SchoolHolidayKind.Hiver, new(2023, 2, 11), new(2023, 2, 26), "hiver"),
                new HolidayBand(SchoolZone.C, SchoolHolidayKind.Hiver, new(2023, 2, 18), new(2023, 2, 28), "hiver"),
            ],
            chart.Holidays);
        Assert.Equal("zone A (hiver), zone B (hiver), zone C (hiver)", chart.Table.Rows[12][3]);
    }

    [Theory]
    [InlineData(TerritoryLevel.Academy, "01", "C")]
    [InlineData(TerritoryLevel.Academy, "28", "Reunion")]
    [InlineData(TerritoryLevel.Department, "2A", "Corse")]
    [InlineData(TerritoryLevel.Region, "84", "A")]
    [InlineData(TerritoryLevel.Academy, "inconnu", "")]
    public void A_territory_has_its_own_zone(TerritoryLevel level, string code, string zones)
    {
        var table = TableOfRows.Of(ChartTables.Total(1, 1, PeriodKind.Week, new(2022, 12, 5), level, code));
        Assert.Equal(zones, string.Join(' ', AudienceCharts.VisitsOverTime(table, new() { Period = PeriodKind.Week, Level = level, Code = code }).Zones));
    }

    [Fact]
    public void Zones_that_the_calendar_does_not_know_are_not_shown_as_school_days() =>
        Assert.Empty(AudienceCharts.VisitsOverTime(TableOfRows.Of(ChartTables.Total(1, 1, PeriodKind.Day, new(2010, 1, 4)))).Zones);

    [Fact]
    public void Months_and_school_years_follow_the_calendar()
    {
        DateOnly[] months = [new(2022, 12, 1), new(2023, 1, 1), new(2023, 3, 1)];
        var chart = AudienceCharts.VisitsOverTime(TableOfRows.Of([.. months.Select(month => ChartTables.Total(month.Month, 1, PeriodKind.Month, month))]), new() { Period = PeriodKind.Month });
        Assert.Equal([new(2022, 12, 1), new(2023, 1, 1), new(2023, 2, 1), new DateOnly(2023, 3, 1)], chart.Series[0].Points.Select(point => point.Start));
        Assert.Equal(ChartValue.Missing, chart.Series[0].Points[2].Value);
    }

    [Fact]
    public void Start_and_end_cut_the_series()
    {
        var chart = AudienceCharts.VisitsOverTime(Days((0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 4, 1)), new() { Start = ChartTables.Monday.AddDays(1), End = ChartTables.Monday.AddDays(3) });
        Assert.Equal([2m, 3m], chart.Series[0].Points.Select(point => point.Value.Figure));
    }

    [Fact]
    public void School_levels_stand_beside_one_another()
    {
        IndicatorRow Row(string level, int week, long visits, long users) => ChartTables.Row(Dimension.SchoolLevel, level, visits, users, PeriodKind.Week, ChartTables.Monday.AddDays(7 * week));
        var chart = AudienceCharts.SchoolLevelsOverTime(TableOfRows.Of(Row("1d", 0, 3, 2), Row("2d", 0, 30, 20), Row("2d", 1, 31, 21), Row("inconnu", 1, 9, 9)), English with { Figure = ChartFigure.Users });
        Assert.Equal(["Secondary schools", "Primary schools"], chart.Series.Select(series => series.Name));
        Assert.Equal([20m, 21m], chart.Series[0].Points.Select(point => point.Value.Figure));
        Assert.Equal([ChartValue.Of(2), ChartValue.Missing], chart.Series[1].Points.Select(point => point.Value));
    }

    [Fact]
    public void The_whole_range_is_no_series() =>
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => AudienceCharts.VisitsOverTime(Days((0, 1, 1)), new() { Period = PeriodKind.All })).Id);

    private static IndicatorTable Days(params (int Day, long Visits, long Users)[] days) =>
        TableOfRows.Of([.. days.Select(day => ChartTables.Total(day.Visits, day.Users, PeriodKind.Day, ChartTables.Monday.AddDays(day.Day)))]);

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
