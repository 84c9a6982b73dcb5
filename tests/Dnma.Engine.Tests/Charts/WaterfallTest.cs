using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Charts;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Analysis.Comparison;

namespace Dnma.Engine.Tests.Charts;

/// <summary>A waterfall leads from the one total to the other by the terms of the comparison.</summary>
public class WaterfallTest
{
    private static readonly ChartRequest English = new() { Language = LabelLanguage.English };

    /// <summary>
    /// A school stays: 10 users with 40 visits, then 12 with 60; one leaves with 30; one enters with 8. ΔU·q̄ = 2·(4+5)/2 = 9, Ū·Δq = 11·1 = 11;
    /// 70 + 8 − 30 + 9 + 11 = 68.
    /// </summary>
    [Fact]
    public void Terms_lead_from_one_total_to_the_other()
    {
        var chart = AudienceCharts.ChangeWaterfall(Compared(), English);
        Assert.Equal(
            [
                new("2024-25", 70, true),
                new("Perimeter: entered", 8, false),
                new("Perimeter: left", -30, false),
                new("Number of users", 9, false),
                new("Visits a user", 11, false),
                new WaterfallStep("2025-26", 68, true),
            ],
            chart.Steps);
        Assert.Equal(["Perimeter: left", "−30"], chart.Table.Rows[2]);
        Assert.Equal(["Number of users", "+9"], chart.Table.Rows[3]);
        Assert.Contains(chart.Notes, note => note.StartsWith("The perimeter changed", StringComparison.Ordinal));
    }

    [Fact]
    public void A_territory_that_is_not_compared_has_no_waterfall() =>
        Assert.True(AudienceCharts.ChangeWaterfall(Compared(), English with { Level = Dnma.Engine.Indicators.TerritoryLevel.Academy, Code = "01" }).IsEmpty);

    private static ComparisonTable Compared() => WeeklyRows.Compare(
        PeriodRule.YearToDate,
        new WeeklyRows()
            .Put(WeeklyRows.Monday(2024, 0), "0010024W", 40, 10).Put(WeeklyRows.Monday(2025, 0), "0010024W", 60, 12)
            .Put(WeeklyRows.Monday(2024, 0), "0220158C", 30, 10).Put(WeeklyRows.Monday(2025, 0), "0040533H", 8, 4)
            .FirstWeeks(1));
}
