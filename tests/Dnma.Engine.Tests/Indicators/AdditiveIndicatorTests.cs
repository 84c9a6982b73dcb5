using System.Reflection;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Indicators;

public class AdditiveIndicatorTests
{
    private static readonly IndicatorRow Total = Row(Dimension.Total, "total", 10, hits: 50, durationMs: 9_000);

    [Fact]
    public void Adds_Over_Weeks_And_Establishments()
    {
        var rows = new[] { Total, Total with { PeriodStart = Monday.AddDays(7), Visits = 3 }, Total with { Code = "0220158C", Visits = 4 } };
        Assert.Equal(17, CountIndicators.Visits.Sum(rows));
    }

    [Fact]
    public void No_Row_Sums_To_Zero() => Assert.Equal(0, CountIndicators.Visits.Sum([]));

    [Fact]
    public void Adds_Visits_Over_Profiles()
    {
        Assert.Equal(5, CountIndicators.Visits.Sum([Row(Dimension.Profile, "eleve", 2), Row(Dimension.Profile, "parent", 3)]));
    }

    [Fact]
    public void Refuses_Visits_Over_Services_But_Adds_Their_Hits()
    {
        IndicatorRow[] rows = [Row(Dimension.Service, "notes", 2, hits: 5), Row(Dimension.Service, "absences", 3, hits: 6)];
        Assert.Equal(11, CountIndicators.Hits.Sum(rows));
        AssertRefused(CountIndicators.Visits, rows);
        AssertRefused(CountIndicators.TimedVisits, rows);
    }

    [Fact]
    public void Adds_Visits_Of_One_Service_Over_Weeks()
    {
        var row = Row(Dimension.Service, "notes", 2);
        Assert.Equal(4, CountIndicators.Visits.Sum([row, row with { PeriodStart = Monday.AddDays(7) }]));
    }

    [Fact]
    public void Refuses_Rows_That_Overlap()
    {
        AssertRefused(CountIndicators.Hits, Total, Total);
        AssertRefused(CountIndicators.Hits, Total, Total with { Period = PeriodKind.Month });
        AssertRefused(CountIndicators.Hits, Total, Total with { Level = TerritoryLevel.Academy, Code = "10" });
        AssertRefused(CountIndicators.Hits, Total, Row(Dimension.Profile, "eleve", 1));
    }

    [Fact]
    public void Overflow_Is_An_Error_Not_A_Figure() =>
        Assert.Throws<OverflowException>(() => CountIndicators.Visits.Sum([Total with { Visits = long.MaxValue }, Total with { Code = "0220158C" }]));

    [Fact]
    public void Users_And_Ratios_Have_No_Sum()
    {
        foreach (var indicator in IndicatorCatalogue.All)
        {
            var sums = indicator.GetType().GetMethods(BindingFlags.Public | BindingFlags.Instance).Any(method => method.Name == "Sum");
            Assert.Equal(indicator.Additivity != Additivity.Never, sums);
        }

        Assert.Equal(Additivity.Never, CountIndicators.Users.Additivity);
    }

    [Fact]
    public void Every_Indicator_Is_Described_Once()
    {
        Assert.All(IndicatorCatalogue.All, indicator =>
        {
            Assert.All(
                [indicator.Code, indicator.FrenchName, indicator.EnglishName, indicator.Meaning, indicator.Unit, indicator.Source],
                text => Assert.False(string.IsNullOrWhiteSpace(text)));
            Assert.Same(indicator, IndicatorCatalogue.Find(indicator.Code));
        });
        Assert.Equal(8 + 6 + 5, IndicatorCatalogue.All.Count);
        Assert.Null(IndicatorCatalogue.Find("nothing"));
    }

    private static void AssertRefused(AdditiveIndicator indicator, params IndicatorRow[] rows) =>
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => indicator.Sum(rows)).Id);
}
