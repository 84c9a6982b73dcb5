using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

/// <summary>What a visit is, at every edge of domain §3; expected values are worked out by hand.</summary>
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
    public void Duplicates_are_one_hit_and_the_others_are_counted()
    {
        var script = new VisitScript(Norm.Dnma)
            .Hit("2022-09-05T10:00:00+02:00", content: 5, repeat: 3)
            .Hit("2022-09-05T10:00:01+02:00", content: 5)
            .Hit("2022-09-05T10:00:00+02:00", content: 5, visitor: 2)
            .Run();
        Assert.Equal([2, 1], script.Visits.Select(visit => visit.Visit.Hits));
        Assert.Equal(2, script.Exclusions[ExclusionReason.Duplicate]);
    }

    [Fact]
    public void A_duplicate_that_the_norm_does_not_count_was_excluded_for_that_already()
    {
        var script = new VisitScript(Norm.Dnma).Hit("2022-09-05T10:00:00+02:00", HitKind.Event, content: 5, isCounted: false, repeat: 2).Run();
        Assert.Equal(0, script.Exclusions.Excluded);
        Assert.Single(script.Events);
        Assert.Empty(script.Visits);
    }

    [Fact]
    public void A_visit_takes_each_attribute_from_its_first_hit_that_has_one()
    {
        var phone = new DeviceTraits(DeviceClass.Smartphone, OperatingSystemFamily.Inconnu, BrowserFamily.Inconnu, ConnectedObject.Aucun);
        var television = new DeviceTraits(DeviceClass.AutreAppareil, OperatingSystemFamily.Linux, BrowserFamily.Chrome, ConnectedObject.Tv);
        var script = new VisitScript(Norm.Dnma)
            .Hit("2022-09-05T10:00:00+02:00", project: "p1")
            .Hit("2022-09-05T10:00:01+02:00", uai: "0450822X", profile: Profile.Eleve, traits: phone)
            .Hit("2022-09-05T10:00:02+02:00", uai: "0010024W", project: "p2", platform: "q", profile: Profile.Parent, traits: television)
            .Run();
        var visit = script.Visits.Single().Visit;
        Assert.Equal(("0450822X", "p1", "q"), (script.EstablishmentOf(0), script.ProjectOf(0), script.PlatformOf(0)));
        Assert.Equal(Profile.Eleve, visit.Profile);
        Assert.Equal((DeviceClass.Smartphone, ConnectedObject.Aucun), (visit.Traits.Device, visit.Traits.ConnectedObject));
        Assert.Equal((OperatingSystemFamily.Linux, BrowserFamily.Chrome), (visit.Traits.Os, visit.Traits.Browser));
    }

    [Fact]
    public void Time_belongs_to_the_service_of_the_hit_that_opens_the_gap()
    {
        var script = new VisitScript(Norm.Dnma)
            .Hit("2022-09-05T10:00:00+02:00", service: "notes")
            .Hit("2022-09-05T10:00:05+02:00", service: "absences")
            .Hit("2022-09-05T10:00:12+02:00", service: "notes")
            .Hit("2022-09-05T10:00:13+02:00")
            .Run();
        Assert.Equal((6_000, 7_000, 0), (script.DurationOf(0, "notes"), script.DurationOf(0, "absences"), script.DurationOf(0, "")));
    }

    [Fact]
    public void Rounded_times_of_services_still_sum_to_the_visit()
    {
        // Piano: hits at 0, 0.4, 0.8 and 1.2 s. Positions round to 0, 0, 1, 1 s: a spends 0 s, b 1 s, c 0 s.
        var piano = new VisitScript(Norm.Piano)
            .Hit("2022-09-05T10:00:00.000+02:00", service: "a").Hit("2022-09-05T10:00:00.400+02:00", service: "b")
            .Hit("2022-09-05T10:00:00.800+02:00", service: "c").Hit("2022-09-05T10:00:01.200+02:00", service: "d").Run();
        Assert.Equal(1_000, piano.Visits.Single().Visit.DurationMs);
        Assert.Equal((0, 1_000, 0, 0), (piano.DurationOf(0, "a"), piano.DurationOf(0, "b"), piano.DurationOf(0, "c"), piano.DurationOf(0, "d")));

        // Matomo: 2 whole seconds in a, and the added second in b, where the visit ends.
        var matomo = new VisitScript(Norm.Matomo).Hit("2022-09-05T10:00:00.900+02:00", service: "a").Hit("2022-09-05T10:00:02.100+02:00", service: "b").Run();
        Assert.Equal((3_000, 2_000, 1_000), (matomo.Visits.Single().Visit.DurationMs, matomo.DurationOf(0, "a"), matomo.DurationOf(0, "b")));
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
    public void Events_are_told_by_their_own_day()
    {
        var range = new DayRange(FirstMonday, FirstMonday + 1);
        var script = new VisitScript(Norm.Piano, range)
            .Hit("2022-09-04T23:59:59+02:00", HitKind.Click).Hit("2022-09-05T00:00:00+02:00", HitKind.Click).Hit("2022-09-05T00:00:01+02:00").Run();
        Assert.Equal(FirstMonday, script.Events.Single().Day);
    }

    [Fact]
    public void Visitors_never_share_a_visit()
    {
        var script = new VisitScript(Norm.Dnma)
            .Hit("2022-09-05T10:00:00+02:00")
            .Hit("2022-09-05T10:00:01+02:00", visitor: 2)
            .Run();
        Assert.Equal((2, 2), (script.Visits.Count, script.Visitors));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void How_hits_are_handed_over_does_not_show(int stretch)
    {
        VisitScript Script() => new VisitScript(Norm.Dnma)
            .Hit("2022-09-05T10:00:00+02:00", content: 5, repeat: 2).Hit("2022-09-05T10:10:00+02:00").Hit("2022-09-05T11:00:00+02:00")
            .Hit("2022-09-05T10:00:00+02:00", visitor: 2);
        Assert.Equal(
            Script().Run().Visits.Select(visit => (visit.Visit.Person, visit.Visit.Hits, visit.Visit.DurationMs)),
            Script().Run(stretch).Visits.Select(visit => (visit.Visit.Person, visit.Visit.Hits, visit.Visit.DurationMs)));
    }

    [Fact]
    public void A_duplicate_after_a_ping_without_visit_is_a_duplicate()
    {
        var script = new VisitScript(Norm.Matomo)
            .Hit("2022-09-05T09:00:00+02:00", HitKind.Ping).Hit("2022-09-05T10:00:00+02:00", content: 5, repeat: 2).Run();
        Assert.Equal((1, 1), (script.Exclusions[ExclusionReason.NotCountedByNorm], script.Exclusions[ExclusionReason.Duplicate]));
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

    [Theory]
    [InlineData("", "p", "q")]
    [InlineData("0010024W", "", "q")]
    [InlineData("0010024W", "p", "")]
    public void Each_part_of_a_place_is_found_by_itself(string uai, string project, string platform)
    {
        // The first hit lacks one of the three, the second one has all, and others than those of the first.
        var script = new VisitScript(Norm.Dnma)
            .Hit("2022-09-05T10:00:00+02:00", uai: uai, project: project, platform: platform)
            .Hit("2022-09-05T10:00:01+02:00", uai: "0450822X", project: "p2", platform: "q2").Run();
        Assert.Equal(
            (uai.Length > 0 ? uai : "0450822X", project.Length > 0 ? project : "p2", platform.Length > 0 ? platform : "q2"),
            (script.EstablishmentOf(0), script.ProjectOf(0), script.PlatformOf(0)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void The_one_attribute_that_a_visit_lacks_is_taken_from_a_later_hit(int lacking)
    {
        // The first hit has all attributes but one; the second one has all, and others; the third one others again.
        var script = new VisitScript(Norm.Dnma);
        Hit("2022-09-05T10:00:00+02:00", lacking, "1", Profile.Eleve, DeviceClass.Smartphone, OperatingSystemFamily.Android, BrowserFamily.Chrome);
        Hit("2022-09-05T10:00:01+02:00", -1, "2", Profile.Parent, DeviceClass.Ordinateur, OperatingSystemFamily.Linux, BrowserFamily.Firefox);
        Hit("2022-09-05T10:00:02+02:00", -1, "3", Profile.Autre, DeviceClass.Tablette, OperatingSystemFamily.Ios, BrowserFamily.Safari);
        var visit = script.Run().Visits.Single().Visit;
        Assert.Equal(
            (Text(0), Text(1), Text(2)), (script.EstablishmentOf(0), script.ProjectOf(0), script.PlatformOf(0)));
        Assert.Equal(
            (lacking == 3 ? Profile.Parent : Profile.Eleve, lacking == 4 ? DeviceClass.Ordinateur : DeviceClass.Smartphone),
            (visit.Profile, visit.Traits.Device));
        Assert.Equal(
            (lacking == 5 ? OperatingSystemFamily.Linux : OperatingSystemFamily.Android, lacking == 6 ? BrowserFamily.Firefox : BrowserFamily.Chrome),
            (visit.Traits.Os, visit.Traits.Browser));

        string Text(int part) => lacking == part ? "2" : "1";

        void Hit(string at, int without, string place, Profile profile, DeviceClass device, OperatingSystemFamily os, BrowserFamily browser) => script.Hit(
            at,
            uai: without == 0 ? "" : place,
            project: without == 1 ? "" : place,
            platform: without == 2 ? "" : place,
            profile: without == 3 ? Profile.Inconnu : profile,
            traits: new DeviceTraits(without == 4 ? 0 : device, without == 5 ? 0 : os, without == 6 ? 0 : browser, ConnectedObject.Aucun));
    }

    [Fact]
    public void A_hit_counts_for_the_service_that_it_used()
    {
        var script = new VisitScript(Norm.Dnma)
            .Hit("2022-09-05T10:00:00+02:00", service: "notes")
            .Hit("2022-09-05T10:00:05+02:00", service: "absences")
            .Hit("2022-09-05T10:00:12+02:00", service: "absences")
            .Hit("2022-09-05T10:00:13+02:00", service: "notes")
            .Hit("2022-09-05T10:00:14+02:00", service: "agenda")
            .Run();
        Assert.Equal([(2, 2), (2, 2), (1, 1)], script.Visits.Single().Slices.Select(slice => (slice.Hits, slice.PageViews)));
    }

    [Fact]
    public void What_comes_soon_after_a_page_is_still_what_it_is()
    {
        var script = new VisitScript(Norm.Dnma)
            .Hit("2022-09-05T10:00:00+02:00")
            .Hit("2022-09-05T10:00:01+02:00", HitKind.Event, isCounted: false)
            .Hit("2022-09-05T10:00:02+02:00", isCounted: false)
            .Hit("2022-09-05T10:00:03+02:00", HitKind.Click)
            .Hit("2022-09-05T10:00:04+02:00")
            .Run();
        Assert.Equal((3, 4_000), (script.Visits.Single().Visit.Hits, script.Visits.Single().Visit.DurationMs));
        Assert.Equal([HitKind.Event, HitKind.Click], script.Events.Select(told => told.Hit.Kind));
    }

    [Fact]
    public void Pages_and_pings_are_no_events()
    {
        var script = new VisitScript(Norm.Matomo)
            .Hit("2022-09-05T10:00:00+02:00").Hit("2022-09-05T10:00:01+02:00", HitKind.Ping).Hit("2022-09-05T12:00:00+02:00", isCounted: false).Run();
        Assert.Empty(script.Events);
    }

    [Fact]
    public void The_first_visitor_begins_whatever_its_number()
    {
        Assert.Equal(1, new VisitScript(Norm.Dnma).Hit("2022-09-05T10:00:00+02:00", visitor: 0).Run().Visitors);
        Assert.Equal(2, new VisitScript(Norm.Dnma).Hit("2022-09-05T10:00:00+02:00", visitor: 0).Hit("2022-09-05T10:00:00+02:00", visitor: uint.MaxValue).Run().Visitors);
    }

    [Fact]
    public void A_scan_that_was_finished_remembers_nothing()
    {
        var script = new VisitScript(Norm.Dnma);
        var sessionizer = new Sessionizer(Norm.Dnma, new HitDictionaries(), CivilZone.Paris, range: null, script);
        var hit = new PackedHit { InstantMs = HitQualifier.FirstPlausibleMs + 1, Facts = PackedHit.CountedBit | PackedHit.PageViewBit };
        for (var round = 1; round <= 3; round++)
        {
            sessionizer.Push([hit]);
            sessionizer.Finish();
            Assert.Equal((round, round, 0), (script.Visitors, script.Visits.Count, sessionizer.Exclusions.Excluded));
        }
    }
}
