using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Indicators;

public class RateTableTests
{
    private static readonly IndicatorTable Table = Of(
        Row(Dimension.Total, "total", 4, users: 3, pageViews: 10, hits: 12, durationMs: 185_000, timedVisits: 2, bounces: 1, flashVisits: 3),
        Row(Dimension.Profile, "eleve", 3, users: 2),
        Row(Dimension.Profile, "inconnu", 1),
        Row(Dimension.Total, "total", 0, users: 0, level: TerritoryLevel.National, code: "FR", period: PeriodKind.Day));

    [Fact]
    public void Ratios_Are_Those_Of_The_Norm()
    {
        var rates = RateTable.Of(Table);
        Assert.Equal(new Rate(new Ratio(185_000, 2), new Ratio(2, 4)), Find(rates, RatioIndicators.TimePerVisit));
        Assert.Equal(new Rate(new Ratio(185_000, 4), new Ratio(4, 4)), Find(rates, RatioIndicators.TimeOverAllVisits));
        Assert.Equal(new Ratio(10, 4), Find(rates, RatioIndicators.PagesPerVisit)?.Value);
        Assert.Equal(new Ratio(4, 3), Find(rates, RatioIndicators.VisitsPerUser)?.Value);
        Assert.Equal(new Ratio(1, 4), Find(rates, RatioIndicators.BounceRate)?.Value);
        Assert.Equal(new Ratio(3, 4), Find(rates, RatioIndicators.FlashShare)?.Value);
        Assert.Equal(new Rate(new Ratio(3, 4), new Ratio(3, 4)), Find(rates, ShareIndicators.ProfileShare, "eleve"));
        Assert.Equal(new Rate(new Ratio(1, 4), new Ratio(3, 4)), Find(rates, ShareIndicators.ProfileShare, "inconnu"));
        Assert.Null(Find(rates, ShareIndicators.MobileShare));
        Assert.Null(Find(rates, RatioIndicators.BounceRate, "eleve"));
    }

    [Fact]
    public void Empty_Periods_Keep_Their_Rows_Without_Value()
    {
        var rate = RateTable.Of(Table).Find(PeriodKind.Day, Monday, TerritoryLevel.National, "FR", RatioIndicators.BounceRate);
        Assert.Equal(default(Rate), Assert.NotNull(rate));
    }

    [Fact]
    public void Rows_Are_Sorted_By_Period_Level_Indicator_And_Modality()
    {
        var keys = RateTable.Of(Table).Select(row => $"{row.Period} {row.Code} {row.Indicator} {row.Modality}");
        Assert.Equal(
            [
                "Day FR bounce_rate total",
                "Day FR flash_share total",
                "Day FR pages_per_visit total",
                "Day FR time_over_all_visits_ms total",
                "Day FR time_per_visit_ms total",
                "Day FR visits_per_user total",
                "Week 0010024W bounce_rate total",
                "Week 0010024W flash_share total",
                "Week 0010024W pages_per_visit total",
                "Week 0010024W profile_share eleve",
                "Week 0010024W profile_share inconnu",
                "Week 0010024W time_over_all_visits_ms total",
                "Week 0010024W time_per_visit_ms total",
                "Week 0010024W visits_per_user total",
            ],
            keys);
    }

    [Fact]
    public void No_Indicators_No_Rates() => Assert.Empty(RateTable.Of(Of()));

    [Fact]
    public void Every_Row_Is_Found_By_Its_Key()
    {
        string[] codes = ["0220158C", "plateforme \uFF5E", "plateforme \U0001F600", "plateforme é"];
        var rates = RateTable.Of(Of([.. codes.SelectMany(code => new[]
        {
            Row(Dimension.Total, "total", 2, level: TerritoryLevel.Platform, code: code),
            Row(Dimension.Service, "notes", 1, level: TerritoryLevel.Platform, code: code),
        })]));
        Assert.Equal(codes.Length * 7, rates.Count);
        Assert.All(rates, row => Assert.Equal(row.Rate, rates.Find(row.Period, row.PeriodStart, row.Level, row.Code, row.Indicator, row.Modality)));
    }

    private static Rate? Find(RateTable rates, Indicator indicator, string modality = "total") =>
        rates.Find(PeriodKind.Week, Monday, TerritoryLevel.Establishment, "0010024W", indicator, modality);
}
