using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using static Dnma.Engine.Tests.Analysis.WeeklyTable;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>Families 8 and 11 above the school: an académie, a platform, a service of the nation; what they explain is not said again of schools.</summary>
public class WideSeriesTest
{
    private const int Weeks = 34;
    private const int Week = 20;

    // Académies of zone B: Orléans-Tours, Lille, Nantes, Nice, Rennes, Reims.
    private static readonly (string Code, string Department)[] Academies = [("18", "045"), ("09", "059"), ("17", "044"), ("23", "006"), ("14", "035"), ("19", "051")];

    [Fact]
    public void Nothing_happens_and_nothing_is_found() => Assert.Empty(Year(_ => 1, _ => 1).Series());

    [Fact]
    public void An_academy_that_leaves_is_one_finding()
    {
        var finding = Assert.Single(Year(week => week < Week ? 1 : 0, _ => 1).Series());
        Assert.Equal(("feed-silent", TerritoryLevel.Academy, "18", Monday(Week), "visits"), Key(finding));
    }

    [Fact]
    public void An_academy_that_all_but_leaves_is_one_finding()
    {
        var finding = Assert.Single(Year(week => week < Week ? 1 : 0.03, _ => 1).Series());
        Assert.Equal(("level-fall", TerritoryLevel.Academy, "18", Monday(Week), "visits"), Key(finding));
    }

    [Fact]
    public void An_academy_that_grows_at_once_is_one_finding() =>
        Assert.Equal(("level-rise", TerritoryLevel.Academy, "18", Monday(Week), "visits"), Key(Assert.Single(Year(week => week < Week ? 1 : 2, _ => 1).Series())));

    [Theory]
    [InlineData(0.4, "week-low")]
    [InlineData(3, "week-high")]
    public void A_week_of_an_academy_is_one_finding(double factor, string control) =>
        Assert.Equal((control, TerritoryLevel.Academy, "18", Monday(Week), "visits"), Key(Assert.Single(Year(week => week == Week ? factor : 1, _ => 1).Series())));

    [Fact]
    public void A_service_that_dies_in_the_nation_is_one_finding()
    {
        var finding = Assert.Single(Year(_ => 1, week => week < Week ? 1 : 0).Series());
        Assert.Equal(("feed-silent", TerritoryLevel.National, "FR", Monday(Week), "service:notes"), Key(finding));
        Assert.Equal(0, finding.Figure);
        Assert.True(finding.Expected > 0);
    }

    [Fact]
    public void A_service_of_one_platform_is_found_there()
    {
        var table = Year(_ => 1, _ => 1);
        foreach (var platform in new[] { "a", "b", "c", "d", "e" })
        {
            var seed = platform[0];
            table.Put(TerritoryLevel.Platform, platform, Dimension.Total, "total", week => table.Usual(3_000, week, seed));
            table.Put(TerritoryLevel.Platform, platform, Dimension.Service, "notes", week => platform == "c" && week >= Week ? 0 : table.Usual(400, week, seed + 1_000));
        }

        Assert.Equal(("feed-silent", TerritoryLevel.Platform, "c", Monday(Week), "service:notes"), Key(Assert.Single(table.Series())));
    }

    [Fact]
    public void Half_of_an_academys_schools_are_one_finding()
    {
        var table = new WeeklyTable(Weeks);
        foreach (var (_, department) in Academies[1..])
        {
            table.Schools(20, department, 1_000 * department[2]);
        }

        for (var number = 1; number <= 24; number++)
        {
            var (seed, isOut) = (50 + number, number <= 14);
            table.School(Uai(number), week => isOut && week >= Week ? 0 : table.Usual(90, week, seed));
        }

        var finding = Assert.Single(table.Series());
        Assert.Equal(("feed-silent", TerritoryLevel.Academy, "18", Monday(Week), "establishments:visits"), Key(finding));
        Assert.Equal(14, finding.Figure);
    }

    /// <summary>Six académies of twenty schools each; what is given befalls the first one, and the service in all of them.</summary>
    private static WeeklyTable Year(Func<int, double> academy, Func<int, double> service)
    {
        var table = new WeeklyTable(Weeks);
        var nation = new long[Weeks];
        var notes = new long[Weeks];
        foreach (var (code, department) in Academies)
        {
            var (sum, used) = (new long[Weeks], new long[Weeks]);
            for (var number = 1; number <= 20; number++)
            {
                var seed = (100 * code[1]) + number;
                long[] visits = [.. Enumerable.Range(0, Weeks).Select(week => (long)Math.Round(table.Usual(60 + (5 * number), week, seed) * (code == "18" ? academy(week) : 1)))];
                long[] noted = [.. visits.Select((count, week) => (long)Math.Round(0.2 * count * service(week)))];
                table.School(Uai(number, department), week => visits[week]);
                table.Put(TerritoryLevel.Establishment, Uai(number, department), Dimension.Service, "notes", week => noted[week]);
                for (var week = 0; week < Weeks; week++)
                {
                    (sum[week], used[week]) = (sum[week] + visits[week], used[week] + noted[week]);
                }
            }

            table.Put(TerritoryLevel.Academy, code, Dimension.Total, "total", week => sum[week]);
            table.Put(TerritoryLevel.Academy, code, Dimension.Service, "notes", week => used[week]);
            for (var week = 0; week < Weeks; week++)
            {
                (nation[week], notes[week]) = (nation[week] + sum[week], notes[week] + used[week]);
            }
        }

        return table
            .Put(TerritoryLevel.National, "FR", Dimension.Total, "total", week => nation[week])
            .Put(TerritoryLevel.National, "FR", Dimension.Service, "notes", week => notes[week]);
    }

    private static (string, TerritoryLevel, string, DateOnly, string) Key(Finding finding) =>
        (finding.Control.Id, finding.Level, finding.Code, finding.PeriodStart!.Value, finding.Subject);
}
