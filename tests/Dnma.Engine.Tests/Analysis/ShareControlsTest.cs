using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>Family 7: bounds are 70 % of hits and 25 % of visits (10 % for the nation); with twenty peers what is unusual among them, but not below 50 % and 8 %.</summary>
public class ShareControlsTest
{
    [Fact]
    public void A_school_whose_pages_carry_no_service_is_found()
    {
        // 900 of 1 000 hits: 0.9 − 3 · √(0.9 · 0.1 / 1000) = 0.872 is above 0.7.
        var finding = Assert.Single(Ask([.. School("0010024W", hits: 1_000, pageEnt: 900)]));
        Assert.Equal(new Finding(ShareControls.PageEntShare, TerritoryLevel.Establishment, "0010024W", PeriodKind.Week, Monday, "page_ent", 0.9, 0.7), finding);
    }

    [Fact]
    public void A_bound_is_not_broken_by_what_chance_may_do() => Assert.Empty(Ask([.. School("0010024W", hits: 1_000, pageEnt: 740)]));

    [Fact]
    public void Few_hits_tell_nothing() => Assert.Empty(Ask([.. School("0010024W", visits: 20, hits: 49, pageEnt: 49)]));

    [Fact]
    public void A_wrong_map_of_profiles_is_found_in_its_first_week()
    {
        var next = Monday.AddDays(7);
        var finding = Assert.Single(Ask([.. School("0010024W", other: 3), .. School("0010024W", other: 240, start: next)]));
        Assert.Equal((ShareControls.OtherProfileShare, next, 0.48, 0.25), (finding.Control, finding.PeriodStart!.Value, finding.Figure, finding.Expected!.Value));
    }

    [Fact]
    public void Among_twenty_peers_less_is_unusual()
    {
        // Peers at 1 %: the limit is 1 % + 4 · 2 % = 9 %. 80 of 500 visits are 16 %, less 3 · 1.64 points.
        var peers = Enumerable.Range(1, 25).SelectMany(number => School(WeeklyTable.Uai(number), other: 5)).ToArray();
        Assert.Empty(Ask(peers));
        var finding = Assert.Single(Ask([.. peers, .. School("0010024W", other: 80)]));
        Assert.Equal(("0010024W", 0.16), (finding.Code, finding.Figure));
        Assert.Equal(0.09, finding.Expected!.Value, 6);
        Assert.Empty(Ask([.. peers[..^40], .. School("0010024W", other: 80)])); // Five peers: the bound of 25 % holds.
    }

    [Fact]
    public void The_nation_has_its_own_bound()
    {
        Assert.Equal(0.1, Assert.Single(Ask([.. School("FR", other: 80, level: TerritoryLevel.National)])).Expected);
        Assert.Empty(Ask([.. School("FR", other: 40, level: TerritoryLevel.National)]));
        Assert.Equal("a", Assert.Single(Ask([.. School("a", other: 240, level: TerritoryLevel.Platform)])).Code);
        Assert.Empty(Ask([.. School("inconnu", other: 500, level: TerritoryLevel.Platform)]));
    }

    private static IEnumerable<IndicatorRow> School(
        string code, long visits = 500, long hits = 3_000, long pageEnt = 10, long other = 0, DateOnly? start = null, TerritoryLevel level = TerritoryLevel.Establishment)
    {
        yield return Row(Dimension.Total, "total", visits, 10, hits: hits, code: code, start: start, level: level);
        yield return Row(Dimension.Service, "page_ent", Math.Min(visits, pageEnt), 10, hits: pageEnt, code: code, start: start, level: level);
        yield return Row(Dimension.Profile, "eleve", visits - other, 8, hits: hits, code: code, start: start, level: level);
        if (other > 0)
        {
            yield return Row(Dimension.Profile, "autre", other - (other / 4), 1, code: code, start: start, level: level);
            yield return Row(Dimension.Profile, "inconnu", other / 4, 1, code: code, start: start, level: level);
        }
    }

    private static IEnumerable<Finding> Ask(params IndicatorRow[] rows) => AudienceControls
        .Run(new ControlRequest(new MeasuredTable(Of(rows), DayRange.Of(Monday, Monday.AddDays(14))))).Where(finding => finding.Control.Family == 7);
}
