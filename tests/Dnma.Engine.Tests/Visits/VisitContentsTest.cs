using Dnma.Engine.Hits;
using Dnma.Engine.Qualification;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

/// <summary>What a visit is made of: which hits, whose, with which attributes and services; expected values are worked out by hand.</summary>
public class VisitContentsTest
{
    private static readonly int FirstMonday = LocalCalendar.DayOf(new DateOnly(2022, 9, 5));

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
