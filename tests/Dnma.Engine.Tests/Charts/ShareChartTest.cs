using Dnma.Engine.Charts;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Indicators;

namespace Dnma.Engine.Tests.Charts;

/// <summary>Shares are the rows' visits over the base that the chart states; those of users are said not to make a whole.</summary>
public class ShareChartTest
{
    private static readonly ChartRequest English = new() { Language = LabelLanguage.English };

    /// <summary>Of 100 visits of services 60 + 20 are of published ones: 75 % and 25 %, and 80 % of all.</summary>
    [Fact]
    public void Services_share_the_visits_of_the_published_ones()
    {
        var chart = AudienceCharts.ServiceShares(Services(), English);
        Assert.Equal(["Marks", "Homework diary"], chart.Categories);
        Assert.Equal([75m, 25m], chart.Series.Single().Values.Select(value => value.Figure));
        Assert.Equal(["Base: visits of the published services, a visit counting once in each that it used, 80.0% of all."], chart.Notes);
        Assert.Equal(["Marks", "75.0%"], chart.Table.Rows[0]);
    }

    /// <summary>40 and 20 of 50 users: 80 % and 40 %, of which nobody makes 120 %.</summary>
    [Fact]
    public void Users_of_services_are_shares_of_all_users_and_do_not_add_up()
    {
        var chart = AudienceCharts.ServiceShares(Services(), English with { Figure = ChartFigure.Users });
        Assert.Equal([80m, 40m], chart.Series.Single().Values.Select(value => value.Figure));
        Assert.Equal(["Users never add up: one person counts in every row that they came to; the shares do not make 100%.", "Base: 50 distinct users."], chart.Notes);
    }

    [Fact]
    public void Profiles_stand_in_the_order_of_the_published_data_and_what_is_not_known_last()
    {
        var chart = AudienceCharts.ProfileShares(Profiles(), English);
        Assert.Equal(["Pupils", "Parents", "Teachers", "Unknown"], chart.Categories);
        Assert.Equal([50m, 25m, 12.5m, 12.5m], chart.Series.Single().Values.Select(value => value.Figure));
        Assert.Equal(["Base: all visits, 87.5% of all."], chart.Notes);
    }

    [Fact]
    public void With_a_withheld_profile_no_share_of_visits_is_told()
    {
        var chart = AudienceCharts.ProfileShares(Profiles().Withholding(row => row.Modality == "parent"), English);
        Assert.True(chart.IsEmpty);
        Assert.Equal(["Rows are withheld: neither their shares nor those of the others can be told."], chart.Notes);
    }

    [Fact]
    public void A_withheld_row_of_users_is_shown_as_withheld()
    {
        var chart = AudienceCharts.ProfileShares(Profiles().Withholding(row => row.Modality == "parent"), English with { Figure = ChartFigure.Users });
        Assert.Equal([ChartValue.Of(60), ChartValue.Withheld, ChartValue.Of(10), ChartValue.Of(10)], chart.Series.Single().Values);
        Assert.Equal("withheld", chart.Table.Rows[1][1]);
    }

    [Fact]
    public void With_the_total_withheld_no_share_of_users_is_told() =>
        Assert.All(
            AudienceCharts.ProfileShares(Profiles().Withholding(row => row.Dimension == Dimension.Total), English with { Figure = ChartFigure.Users }).Series.Single().Values,
            value => Assert.Equal(ChartValueState.Withheld, value.State));

    /// <summary>Pupils: 6 of 8 known from phones; parents: all 4 from computers; of 16 visits 12 are known.</summary>
    [Fact]
    public void Devices_share_the_known_visits_of_each_profile()
    {
        var chart = AudienceCharts.DevicesByProfile(Devices(), English);
        Assert.True(chart.IsStacked);
        Assert.Equal(["Pupils", "Administration, school life, technical staff"], chart.Categories);
        Assert.Equal(["Computer", "Smartphone", "Tablet", "Other device"], chart.Series.Select(series => series.Name));
        Assert.Equal([25m, 100m], chart.Series[0].Values.Select(value => value.Figure));
        Assert.Equal([75m, 0m], chart.Series[1].Values.Select(value => value.Figure));
        Assert.Equal(["Base: visits of the profile whose device is known, 75.0% of all."], chart.Notes);
    }

    /// <summary>What is left of 100 % would tell the one that is withheld.</summary>
    [Fact]
    public void A_withheld_device_withholds_its_profile_and_no_other()
    {
        var chart = AudienceCharts.DevicesByProfile(Devices().Withholding(row => row.Modality == "eleve_ordinateur"), English);
        Assert.All(chart.Series, series => Assert.Equal(ChartValueState.Withheld, series.Values[0].State));
        Assert.Equal([100m, 0m, 0m, 0m], chart.Series.Select(series => series.Values[1].Figure));
        Assert.Equal("Base: visits of the profile whose device is known.", chart.Notes[0]);
    }

    [Fact]
    public void Levels_stand_beside_one_another_each_of_its_own_visits()
    {
        var second = TableOfRows.Of(ChartTables.Row(Dimension.Profile, "parent", 1), ChartTables.Row(Dimension.Profile, "eleve", 3));
        var chart = AudienceCharts.SchoolLevels(Profiles(), second, Dimension.Profile, English);
        Assert.Equal(["Primary schools", "Secondary schools"], chart.Series.Select(series => series.Name));
        Assert.Equal(["Pupils", "Parents", "Teachers", "Unknown"], chart.Categories);
        Assert.Equal([50m, 25m, 12.5m, 12.5m], chart.Series[0].Values.Select(value => value.Figure));
        Assert.Equal([75m, 25m, 0m, 0m], chart.Series[1].Values.Select(value => value.Figure));
    }

    [Fact]
    public void A_level_without_visits_has_no_shares() =>
        Assert.All(AudienceCharts.SchoolLevels(Profiles(), TableOfRows.Of(), Dimension.Profile).Series[1].Values, value => Assert.Equal(ChartValue.Missing, value));

    [Fact]
    public void Levels_are_not_divided_by_everything() =>
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => AudienceCharts.SchoolLevels(Profiles(), Profiles(), Dimension.Tool)).Id);

    [Fact]
    public void Only_the_period_and_territory_that_are_asked_for_count()
    {
        IndicatorRow Row(string code, DateOnly start, long visits) => ChartTables.Row(Dimension.Profile, "eleve", visits, 1, Dnma.Engine.Time.PeriodKind.Week, start, TerritoryLevel.Academy, code);
        var next = ChartTables.Monday.AddDays(7);
        var table = TableOfRows.Of(Row("01", ChartTables.Monday, 1), Row("01", next, 2), Row("18", next, 4), ChartTables.Row(Dimension.Profile, "parent", 8));
        var ask = English with { Period = Dnma.Engine.Time.PeriodKind.Week, Level = TerritoryLevel.Academy, Code = "01" };
        Assert.Equal("académie of Paris, week from 5 Sep 2022", AudienceCharts.ProfileShares(table, ask).Subtitle.Replace('\u00A0', ' '));
        Assert.Equal("académie of Paris, week from 12 Sep 2022", AudienceCharts.ProfileShares(table, ask with { Start = next }).Subtitle.Replace('\u00A0', ' '));
        Assert.Equal(["Pupils"], AudienceCharts.ProfileShares(table, ask with { Start = next }).Categories);
        Assert.Equal(["Parents"], AudienceCharts.ProfileShares(table, English).Categories);
    }

    private static IndicatorTable Services() => TableOfRows.Of(
        ChartTables.Total(70, 50),
        ChartTables.Row(Dimension.Service, "notes", 60, 40),
        ChartTables.Row(Dimension.Service, "cahier_textes", 20, 20),
        ChartTables.Row(Dimension.Service, "page_ent", 15, 30),
        ChartTables.Row(Dimension.Service, "inconnu", 5, 5));

    private static IndicatorTable Profiles() => TableOfRows.Of(
        ChartTables.Total(80, 10),
        ChartTables.Row(Dimension.Profile, "enseignant", 10, 1),
        ChartTables.Row(Dimension.Profile, "inconnu", 10, 1),
        ChartTables.Row(Dimension.Profile, "parent", 20, 3),
        ChartTables.Row(Dimension.Profile, "eleve", 40, 6));

    private static IndicatorTable Devices() => TableOfRows.Of(
        ChartTables.Row(Dimension.ProfileDevice, "eleve_smartphone", 6),
        ChartTables.Row(Dimension.ProfileDevice, "eleve_ordinateur", 2),
        ChartTables.Row(Dimension.ProfileDevice, "eleve_inconnu", 3),
        ChartTables.Row(Dimension.ProfileDevice, "admin_vie_scol_tech_ordinateur", 4),
        ChartTables.Row(Dimension.ProfileDevice, "inconnu_inconnu", 1));
}
