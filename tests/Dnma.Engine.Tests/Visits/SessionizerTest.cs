using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

/// <summary>Where a visit begins and ends and how long it lasts, at every edge of domain §3; expected values are worked out by hand.</summary>
public class SessionizerTest
{
    private static readonly int FirstMonday = LocalCalendar.DayOf(new DateOnly(2022, 9, 5));

    [Theory]
    [InlineData("dnma", "10:29:59.999", 1)]
    [InlineData("dnma", "10:30:00.000", 2)]
    [InlineData("acpm", "10:29:59.999", 1)]
    [InlineData("acpm", "10:30:00.000", 2)]
    [InlineData("piano", "10:29:59.999", 1)]
    [InlineData("piano", "10:30:00.000", 2)]
    [InlineData("matomo", "10:29:59.999", 1)]
    [InlineData("matomo", "10:30:00.000", 2)]
    public void A_gap_of_exactly_thirty_minutes_opens_a_visit(string norm, string second, int visits)
    {
        var script = new VisitScript(Norm.Of(norm)).Hit("2022-09-05T10:00:00.000+02:00").Hit($"2022-09-05T{second}+02:00").Run();
        Assert.Equal(visits, script.Visits.Count);
        Assert.Equal(visits - 1, script.Ledger[VisitClosing.Inactivity]);
        Assert.Equal(1, script.Ledger[VisitClosing.LastHit]);
    }

    [Fact]
    public void Matomo_takes_gaps_between_whole_seconds()
    {
        // 10:00:00.999 → 10:30:00.000 is 1 799.001 s, but 1 800 whole seconds apart; .000 → .999 is 1 799.999 s and 1 799 apart.
        Assert.Equal(2, new VisitScript(Norm.Matomo).Hit("2022-09-05T10:00:00.999+02:00").Hit("2022-09-05T10:30:00.000+02:00").Run().Visits.Count);
        Assert.Single(new VisitScript(Norm.Dnma).Hit("2022-09-05T10:00:00.999+02:00").Hit("2022-09-05T10:30:00.000+02:00").Run().Visits);
    }

    [Fact]
    public void A_gap_is_taken_from_the_last_hit_not_the_first()
    {
        var script = new VisitScript(Norm.Dnma)
            .Hit("2022-09-05T10:00:00+02:00").Hit("2022-09-05T10:29:00+02:00").Hit("2022-09-05T10:58:00+02:00").Run();
        Assert.Equal(58 * 60_000, Assert.Single(script.Visits).Visit.DurationMs);
    }

    [Theory]
    [InlineData("dnma", 2)]
    [InlineData("acpm", 1)]
    [InlineData("piano", 2)]
    [InlineData("matomo", 2)]
    public void Midnight_in_Paris_cuts_but_for_Acpm(string norm, int visits)
    {
        var script = new VisitScript(Norm.Of(norm)).Hit("2022-09-05T23:59:59.999+02:00").Hit("2022-09-06T00:00:00.000+02:00").Run();
        Assert.Equal(visits, script.Visits.Count);
        Assert.Equal(FirstMonday, script.Visits[0].Visit.Day);
        Assert.Equal(FirstMonday + 1, script.Visits[^1].Visit.LastDay);
        Assert.Equal(visits - 1, script.Ledger[VisitClosing.Midnight]);
        Assert.Equal((FirstMonday, FirstMonday + 1), (script.Ledger.FirstDay, script.Ledger.LastDay));
    }

    [Fact]
    public void Midnight_in_Utc_does_not_cut() =>
        Assert.Single(new VisitScript(Norm.Dnma).Hit("2022-09-05T23:59:00Z").Hit("2022-09-06T00:01:00Z").Run().Visits);

    [Theory]
    [InlineData("2022-03-27T01:59:00+01:00", "2022-03-27T03:01:00+02:00")]
    [InlineData("2022-10-30T02:59:00+02:00", "2022-10-30T02:01:00+01:00")]
    public void A_change_of_clocks_is_no_gap(string before, string after)
    {
        // Two minutes pass in truth; the wall clock jumps an hour forth or back.
        var script = new VisitScript(Norm.Dnma).Hit(before).Hit(after).Run();
        Assert.Equal(120_000, Assert.Single(script.Visits).Visit.DurationMs);
    }

    [Fact]
    public void A_day_of_25_hours_ends_at_its_own_midnight()
    {
        var script = new VisitScript(Norm.Dnma).Hit("2022-10-30T23:59:59+01:00").Hit("2022-10-31T00:00:00+01:00").Run();
        Assert.Equal(2, script.Visits.Count);
        Assert.Equal(LocalCalendar.DayOf(new DateOnly(2022, 10, 30)), script.Visits[0].Visit.Day);
    }

    [Theory]
    [InlineData("dnma", 1, 0, false)]
    [InlineData("dnma", 2, 1_499, true)]
    [InlineData("acpm", 2, 1_499, true)]
    [InlineData("piano", 1, 0, false)]
    [InlineData("piano", 2, 1_000, true)]
    [InlineData("matomo", 1, 0, true)]
    [InlineData("matomo", 2, 2_000, true)]
    public void Durations_and_timed_visits_follow_the_norm(string norm, int hits, long expectedMs, bool isTimed)
    {
        var script = new VisitScript(Norm.Of(norm)).Hit("2022-09-05T10:00:00.100+02:00");
        if (hits == 2)
        {
            script.Hit("2022-09-05T10:00:01.599+02:00");
        }

        var visit = Assert.Single(script.Run().Visits).Visit;
        Assert.Equal(expectedMs, visit.DurationMs);
        Assert.Equal(isTimed, visit.IsTimed);
    }

    [Theory]
    [InlineData(499, 0, false)]
    [InlineData(500, 1_000, true)]
    public void Piano_rounds_half_up_and_times_what_is_above_zero(int gapMs, long expectedMs, bool isTimed)
    {
        var visit = Assert.Single(new VisitScript(Norm.Piano).Hit("2022-09-05T10:00:00.000+02:00").Hit($"2022-09-05T10:00:00.{gapMs}+02:00").Run().Visits).Visit;
        Assert.Equal((expectedMs, isTimed), (visit.DurationMs, visit.IsTimed));
    }

    [Fact]
    public void Two_hits_at_one_instant_are_a_timed_visit_of_no_time_for_Dnma_only()
    {
        Assert.True(new VisitScript(Norm.Dnma).Hit("2022-09-05T10:00:00+02:00").Hit("2022-09-05T10:00:00+02:00").Run().Visits.Single().Visit.IsTimed);
        Assert.False(new VisitScript(Norm.Piano).Hit("2022-09-05T10:00:00+02:00").Hit("2022-09-05T10:00:00+02:00").Run().Visits.Single().Visit.IsTimed);
    }

    [Theory]
    [InlineData("10:00:30.000", true)]
    [InlineData("10:00:30.001", false)]
    public void A_flash_visit_lasts_thirty_seconds_at_most(string second, bool isFlash) =>
        Assert.Equal(isFlash, new VisitScript(Norm.Dnma).Hit("2022-09-05T10:00:00.000+02:00").Hit($"2022-09-05T{second}+02:00").Run().Visits.Single().Visit.IsFlash);

    [Fact]
    public void A_bounce_has_one_page_view_at_most_or_one_action_for_Matomo()
    {
        VisitScript Script(Norm norm) => new VisitScript(norm).Hit("2022-09-05T10:00:00+02:00").Hit("2022-09-05T10:00:10+02:00", HitKind.Event).Run();
        Assert.True(Script(Norm.Piano).Visits.Single().Visit.IsBounce);
        Assert.False(Script(Norm.Matomo).Visits.Single().Visit.IsBounce);
        Assert.False(new VisitScript(Norm.Piano).Hit("2022-09-05T10:00:00+02:00").Hit("2022-09-05T10:00:10+02:00").Run().Visits.Single().Visit.IsBounce);
    }

    [Fact]
    public void A_ping_extends_a_visit_is_a_hit_and_no_action()
    {
        var script = new VisitScript(Norm.Matomo).Hit("2022-09-05T10:00:00+02:00").Hit("2022-09-05T10:00:15+02:00", HitKind.Ping).Run();
        var visit = script.Visits.Single().Visit;
        Assert.Equal((2, 1, 1, 16_000), (visit.Hits, visit.PageViews, visit.Actions, visit.DurationMs));
        Assert.True(visit.IsBounce);
    }

    [Fact]
    public void A_ping_never_opens_a_visit()
    {
        // Before any visit; 30 minutes after one; after midnight: three pings that nothing can hold, and one of them twice.
        var script = new VisitScript(Norm.Matomo)
            .Hit("2022-09-05T09:00:00+02:00", HitKind.Ping)
            .Hit("2022-09-05T10:00:00+02:00")
            .Hit("2022-09-05T10:30:00+02:00", HitKind.Ping, content: 77, repeat: 2)
            .Hit("2022-09-05T23:50:00+02:00")
            .Hit("2022-09-06T00:00:00+02:00", HitKind.Ping)
            .Run();
        Assert.Equal(2, script.Visits.Count);
        Assert.Equal(4, script.Exclusions[ExclusionReason.NotCountedByNorm]);
        Assert.Equal(0, script.Exclusions[ExclusionReason.Duplicate]);
        Assert.All(script.Visits, visit => Assert.Equal(1, visit.Visit.Hits));
    }

    [Fact]
    public void A_ping_keeps_a_visit_alive()
    {
        var script = new VisitScript(Norm.Matomo)
            .Hit("2022-09-05T10:00:00+02:00").Hit("2022-09-05T10:20:00+02:00", HitKind.Ping).Hit("2022-09-05T10:40:00+02:00").Run();
        Assert.Single(script.Visits);
    }

    [Fact]
    public void A_visit_is_full_of_actions_and_pings_do_not_fill_it()
    {
        var script = new VisitScript(Norm.Matomo with { CutsAfterActions = 2 })
            .Hit("2022-09-05T10:00:00+02:00")
            .Hit("2022-09-05T10:00:01+02:00", HitKind.Ping)
            .Hit("2022-09-05T10:00:02+02:00", HitKind.Click)
            .Hit("2022-09-05T10:00:03+02:00", HitKind.Ping)
            .Hit("2022-09-05T10:00:04+02:00")
            .Run();
        Assert.Equal([4, 1], script.Visits.Select(visit => visit.Visit.Hits));
        Assert.Equal(1, script.Ledger[VisitClosing.ActionLimit]);
    }

    [Fact]
    public void The_presets_limits_are_those_of_the_norms()
    {
        Assert.Equal((10_000, 0), (Norm.Matomo.CutsAfterActions, (int)Norm.Matomo.RobotAboveHits));
        Assert.Equal((0, 250_000), (Norm.Piano.CutsAfterActions, (int)Norm.Piano.RobotAboveHits));
    }

    [Theory]
    [InlineData(3, 1, 0)]
    [InlineData(4, 0, 4)]
    public void A_visit_of_too_many_hits_is_a_robots(int hits, int visits, long excluded)
    {
        var script = new VisitScript(Norm.Piano with { RobotAboveHits = 3 });
        for (var i = 0; i < hits; i++)
        {
            script.Hit($"2022-09-05T10:00:0{i}+02:00");
        }

        script.Run();
        Assert.Equal(visits, script.Visits.Count);
        Assert.Equal(excluded, script.Exclusions[ExclusionReason.Robot]);
        Assert.Equal(1 - visits, script.Ledger.RobotVisits);
    }

    [Fact]
    public void A_visit_is_counted_by_the_day_it_starts_in()
    {
        var range = new DayRange(FirstMonday, FirstMonday + 1);
        var script = new VisitScript(Norm.Acpm, range)
            .Hit("2022-09-04T23:50:00+02:00").Hit("2022-09-05T00:05:00+02:00")
            .Hit("2022-09-05T23:50:00+02:00", visitor: 2).Hit("2022-09-06T00:05:00+02:00", visitor: 2)
            .Hit("2022-09-06T08:00:00+02:00", visitor: 3)
            .Run();
        Assert.Equal(FirstMonday, script.Visits.Single().Visit.Day);
        Assert.Equal((1, 2, 2, 3), (script.Ledger.Counted, script.Ledger.CountedHits, script.Ledger.OutOfPeriod, script.Ledger.OutOfPeriodHits));
    }

    [Fact]
    public void Limits_of_one_are_limits()
    {
        Assert.Equal(2, Two(Norm.Dnma with { CutsAfterActions = 1 }).Visits.Count);
        Assert.Empty(Two(Norm.Dnma with { RobotAboveHits = 1 }).Visits);

        static VisitScript Two(Norm norm) => new VisitScript(norm).Hit("2022-09-05T10:00:00+02:00").Hit("2022-09-05T10:00:01+02:00").Run();
    }

    [Fact]
    public void A_millisecond_is_above_zero()
    {
        var norm = Norm.Dnma with { TimedVisits = TimedVisitRule.PositiveDuration };
        Assert.True(new VisitScript(norm).Hit("2022-09-05T10:00:00.000+02:00").Hit("2022-09-05T10:00:00.001+02:00").Run().Visits.Single().Visit.IsTimed);
    }

    [Fact]
    public void A_robots_visit_leaves_nothing_to_the_next_one()
    {
        var script = new VisitScript(Norm.Dnma with { RobotAboveHits = 1 })
            .Hit("2022-09-05T10:00:00+02:00", service: "notes").Hit("2022-09-05T10:00:01+02:00", service: "notes").Hit("2022-09-05T12:00:00+02:00", service: "absences").Run();
        var (visit, slices) = script.Visits.Single();
        Assert.Equal((1, 1), (visit.Hits, Assert.Single(slices).Hits));
        Assert.Equal(1, script.Ledger.RobotVisits);
    }
}
