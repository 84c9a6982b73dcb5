using Dnma.Engine.Charts;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Indicators;

namespace Dnma.Engine.Tests.Charts;

/// <summary>The week by hour, and the map of académies.</summary>
public class CellChartTest
{
    private static readonly ChartRequest English = new() { Language = LabelLanguage.English };

    [Fact]
    public void Hours_are_the_rows_of_the_week()
    {
        var table = TableOfRows.Of(Hour("1-08", 5, 3), Hour("7-23", 2, 2), Hour("3-14", 9, 4), Hour("inconnu", 7, 7), Hour("8-01", 7, 7), Hour("1-24", 7, 7));
        var chart = AudienceCharts.SchoolDay(table, English);
        Assert.Equal((7, 23), (chart.FirstHour, chart.LastHour));
        Assert.Equal(7 * 17, chart.Hours.Count);
        Assert.Equal(
            [new SchoolHour(DayOfWeek.Monday, 8, ChartValue.Of(5)), new SchoolHour(DayOfWeek.Wednesday, 14, ChartValue.Of(9)), new SchoolHour(DayOfWeek.Sunday, 23, ChartValue.Of(2))],
            chart.Hours.Where(hour => hour.Value.IsKnown));
        Assert.Equal(DayOfWeek.Monday, chart.Hours[0].Day);
        Assert.Equal(4m, AudienceCharts.SchoolDay(table, English with { Figure = ChartFigure.Users }).Hours.Single(hour => hour is { Day: DayOfWeek.Wednesday, Hour: 14 }).Value.Figure);
        Assert.Equal(["Day", "7h", "8h"], chart.Table.Columns.Take(3));
        Assert.Equal(["Monday", "–", "5"], chart.Table.Rows[0].Take(3));
        Assert.EndsWith("hours of Europe/Paris", chart.Subtitle, StringComparison.Ordinal);
    }

    [Fact]
    public void Withheld_hours_are_withheld() =>
        Assert.Equal(ChartValueState.Withheld, AudienceCharts.SchoolDay(TableOfRows.Of(Hour("1-08", 5, 3)).Withholding(_ => true)).Hours.Single(hour => hour is { Day: DayOfWeek.Monday, Hour: 8 }).Value.State);

    [Fact]
    public void Without_the_dimension_the_chart_says_how_to_measure_it()
    {
        var chart = AudienceCharts.SchoolDay(TableOfRows.Of(ChartTables.Total(5)), English);
        Assert.True(chart.IsEmpty);
        Assert.Equal(["Measure with the dimension local-hour."], chart.Notes);
    }

    [Fact]
    public void Every_academie_has_a_tile_of_its_own()
    {
        var tiles = AudienceCharts.AcademyTiles(TableOfRows.Of()).Tiles;
        Assert.Equal(Territories.Academies.Select(academy => academy.Code).Concat(Territories.ViceRectorates.Select(authority => authority.Code)).Order(StringComparer.Ordinal), tiles.Select(tile => tile.Code));
        Assert.Equal(tiles.Count, tiles.Select(tile => (tile.Column, tile.Row)).Distinct().Count());
        Assert.Equal("Orléans-Tours", tiles.Single(tile => tile.Code == "18").Name);
    }

    /// <summary>Some of what everybody knows of the map: each pair lies as its first lies to its second.</summary>
    [Theory]
    [InlineData("09", "02", 0, 1)]
    [InlineData("14", "15", 1, 0)]
    [InlineData("04", "23", 1, 0)]
    [InlineData("20", "01", 0, 1)]
    [InlineData("16", "02", 1, 0)]
    [InlineData("03", "27", 0, 1)]
    public void Tiles_lie_about_where_the_academies_do(string one, string other, int east, int south)
    {
        var tiles = AudienceCharts.AcademyTiles(TableOfRows.Of()).Tiles.ToDictionary(tile => tile.Code);
        Assert.True(east == 0 || Math.Sign(tiles[other].Column - tiles[one].Column) == east);
        Assert.True(south == 0 || Math.Sign(tiles[other].Row - tiles[one].Row) == south);
    }

    [Fact]
    public void Tiles_hold_the_rows_and_what_has_no_tile_is_told()
    {
        IndicatorRow Academy(string code, long visits, long users) => ChartTables.Total(visits, users, level: TerritoryLevel.Academy, code: code);
        var table = TableOfRows.Of(Academy("01", 12, 3), Academy("31", 4, 2), Academy("inconnu", 1234, 9), ChartTables.Total(1250, 14)).Withholding(row => row.Code == "31");
        var chart = AudienceCharts.AcademyTiles(table, English);
        Assert.Equal(ChartValue.Of(12), chart.Tiles.Single(tile => tile.Code == "01").Value);
        Assert.Equal(ChartValue.Withheld, chart.Tiles.Single(tile => tile.Code == "31").Value);
        Assert.Equal(ChartValue.Missing, chart.Tiles.Single(tile => tile.Code == "18").Value);
        Assert.Contains("Of no known académie, hence without a tile: 1,234 visits.", chart.Notes);
        Assert.Contains("Dashes: the table has no row.", chart.Notes);
        Assert.Contains(["01", "Paris", "12"], chart.Table.Rows);
        Assert.Equal(3m, AudienceCharts.AcademyTiles(table, English with { Figure = ChartFigure.Users }).Tiles.Single(tile => tile.Code == "01").Value.Figure);
    }

    private static IndicatorRow Hour(string hour, long visits, long users) => ChartTables.Row(Dimension.LocalHour, hour, visits, users);
}
