using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Oracle;

/// <summary>The oracle itself, against what domain §3 says and a reader can count.</summary>
public class OracleVisitsTests
{
    private const long Eight = 1_662_357_600_000; // 2022-09-05T08:00:00+02:00

    [Theory]
    [InlineData(OracleNorm.Dnma, 1_799_999, 1)]
    [InlineData(OracleNorm.Dnma, 1_800_000, 2)]
    [InlineData(OracleNorm.Acpm, 1_799_999, 1)]
    [InlineData(OracleNorm.Acpm, 1_800_000, 2)]
    [InlineData(OracleNorm.Piano, 1_799_999, 1)]
    [InlineData(OracleNorm.Piano, 1_800_000, 2)]
    [InlineData(OracleNorm.Matomo, 1_799_999, 1)]
    [InlineData(OracleNorm.Matomo, 1_800_000, 2)]
    public void A_gap_of_half_an_hour_opens_a_visit(OracleNorm norm, long gapMs, int visits) =>
        Assert.Equal(visits, Visits(norm, Hit(0), Hit(gapMs)).Count);

    [Fact]
    public void Matomo_floors_instants_to_the_second()
    {
        Assert.Equal(2, Visits(OracleNorm.Matomo, Hit(900), Hit(1_800_100)).Count);
        Assert.Single(Visits(OracleNorm.Dnma, Hit(900), Hit(1_800_100)));
    }

    [Theory]
    [InlineData(OracleNorm.Dnma, 2)]
    [InlineData(OracleNorm.Acpm, 1)]
    [InlineData(OracleNorm.Piano, 2)]
    [InlineData(OracleNorm.Matomo, 2)]
    public void Local_midnight_cuts_except_under_Acpm(OracleNorm norm, int visits) =>
        Assert.Equal(visits, Visits(norm, At("2022-09-05T21:59:59.999Z"), At("2022-09-05T22:00:00Z")).Count);

    [Theory]
    [InlineData(OracleNorm.Dnma, 10_499, 10_499, true)]
    [InlineData(OracleNorm.Piano, 10_499, 10_000, true)]
    [InlineData(OracleNorm.Piano, 10_500, 11_000, true)]
    [InlineData(OracleNorm.Piano, 499, 0, false)]
    [InlineData(OracleNorm.Matomo, 10_999, 11_000, true)]
    [InlineData(OracleNorm.Matomo, 0, 1_000, true)]
    public void Durations_of_two_hits(OracleNorm norm, long gapMs, long durationMs, bool isTimed)
    {
        var visit = Assert.Single(Visits(norm, Hit(0), Hit(gapMs) with { Page = "other" }));
        Assert.Equal((durationMs, isTimed), (visit.DurationMs, visit.IsTimed));
    }

    [Theory]
    [InlineData(OracleNorm.Dnma, false)]
    [InlineData(OracleNorm.Acpm, false)]
    [InlineData(OracleNorm.Piano, false)]
    [InlineData(OracleNorm.Matomo, true)]
    public void One_hit_lasts_nothing(OracleNorm norm, bool isTimed)
    {
        var visit = Assert.Single(Visits(norm, Hit(0)));
        Assert.Equal((0, isTimed, true, true), (visit.DurationMs, visit.IsTimed, visit.IsBounce, visit.IsFlash));
    }

    [Theory]
    [InlineData("page", "", "", "Dnma Acpm Piano Matomo")]
    [InlineData("click", "notes", "tiers", "Dnma Piano Matomo")]
    [InlineData("click", "notes", "", "Dnma Piano Matomo")]
    [InlineData("click", "notes", "natif", "Piano Matomo")]
    [InlineData("click", "", "tiers", "Piano Matomo")]
    [InlineData("event", "notes", "tiers", "Piano Matomo")]
    [InlineData("ping", "notes", "", "")]
    public void What_counts(string kind, string service, string type, string norms)
    {
        var counting = Enum.GetValues<OracleNorm>().Where(n => Visits(n, Hit(0) with { Kind = kind, Service = service, Type = type }).Count == 1);
        Assert.Equal(norms, string.Join(' ', counting));
    }

    [Fact]
    public void A_heartbeat_extends_and_never_opens()
    {
        var (visits, excluded) = OracleVisits.Of([Hit(0), Ping(1_200), Hit(2_900_000), Ping(9_000_000), Ping(9_000_000)], OracleNorm.Matomo);
        Assert.Equal([2, 1], visits.Select(v => v.Hits.Count));
        Assert.Equal(2_000, visits[0].DurationMs);
        Assert.True(visits[0].IsBounce);
        Assert.Equal(2, excluded["not-counted-by-norm"]);
    }

    [Fact]
    public void Matomo_ends_a_visit_after_10_000_actions()
    {
        var actions = Enumerable.Range(0, 10_001).Select(i => Hit(i * 1000L));
        Assert.Equal([10_000, 1], Visits(OracleNorm.Matomo, [.. actions]).Select(v => v.Hits.Count));
        Assert.Single(Visits(OracleNorm.Dnma, [.. actions]));
    }

    [Theory]
    [InlineData(250_000, 1)]
    [InlineData(250_001, 0)]
    public void Piano_excludes_a_visit_of_more_than_250_000_hits(int hits, int visits)
    {
        var (found, excluded) = OracleVisits.Of(Enumerable.Range(0, hits).Select(i => Hit(i)), OracleNorm.Piano);
        Assert.Equal(visits, found.Count);
        Assert.Equal(visits == 0 ? hits : 0, excluded.GetValueOrDefault("robot"));
    }

    [Fact]
    public void Piano_keys_visits_by_browser_and_users_by_person()
    {
        OracleHit[] hits = [Hit(0) with { Client = "pc" }, Hit(1000) with { Client = "pc", Visitor = "b" }];
        Assert.Equal("collectivity  v", Assert.Single(Visits(OracleNorm.Piano, hits)).User);
        Assert.Equal(2, Visits(OracleNorm.Dnma, hits).Count);
    }

    [Fact]
    public void A_person_is_scoped_by_project_else_by_collectivity()
    {
        OracleHit[] hits = [Hit(0), Hit(1), Hit(2) with { Collectivity = "1" }, Hit(3) with { Project = "P", Collectivity = "1" }, Hit(4) with { Project = "P", Collectivity = "2" }];
        Assert.Equal(3, Visits(OracleNorm.Dnma, hits).Count);
    }

    [Fact]
    public void Exclusions_take_the_first_reason_that_applies()
    {
        var excluded = OracleVisits.Of(
            [
                Hit(0) with { Flag = "robot", Visitor = "" },
                Hit(0) with { Visitor = "", Collectivity = "365203" },
                Hit(0) with { Collectivity = "365203", InstantMs = 0 },
                Hit(0) with { InstantMs = 1_104_537_599_999, Kind = "ping" },
                Hit(0) with { Kind = "ping" },
                Hit(0), Hit(0), Hit(0),
            ],
            OracleNorm.Dnma).Excluded;
        Assert.Equal("anonymous 1, duplicate 2, implausible-instant 1, not-counted-by-norm 1, robot 1, test-site 1", string.Join(", ", excluded.Select(e => $"{e.Key} {e.Value}")));
    }

    [Fact]
    public void Time_goes_to_the_hit_that_opens_the_gap_and_parts_sum_to_the_visit()
    {
        OracleHit[] hits = [Hit(0) with { Service = "a" }, Hit(10_400) with { Service = "b" }, Hit(20_600) with { Service = "" }, Hit(31_700) with { Service = "a" }];
        long[] Times(OracleNorm norm)
        {
            var visit = Assert.Single(Visits(norm, hits));
            return [visit.TimeIn(h => h.Service == "a"), visit.TimeIn(h => h.Service == "b"), visit.TimeIn(h => h.Service == ""), visit.DurationMs];
        }

        Assert.Equal([10_400, 10_200, 11_100, 31_700], Times(OracleNorm.Dnma));
        Assert.Equal([10_000, 11_000, 11_000, 32_000], Times(OracleNorm.Piano)); // Positions 0, 10.4, 20.6 and 31.7 s round to 0, 10, 21 and 32.
        Assert.Equal([11_000, 10_000, 11_000, 32_000], Times(OracleNorm.Matomo));
    }

    [Fact]
    public void Ties_are_ordered_by_fields_and_each_field_is_the_first_that_is_there()
    {
        var visit = Assert.Single(Visits(
            OracleNorm.Dnma,
            Hit(0) with { Uai = "0220158C", Profile = "parent", Device = "" },
            Hit(0) with { Uai = "", Profile = "eleve", Device = "autreappareil", ConnectedObject = "tv" },
            Hit(1) with { Uai = "0010024W", Os = "ios", Device = "smartphone" }));
        Assert.Equal(("0220158C", "eleve", "autreappareil", "ios", "inconnu"), (visit.First(h => h.Uai), visit.First(h => h.Profile), visit.First(h => h.Device), visit.First(h => h.Os), visit.First(h => h.Browser)));
    }

    [Theory]
    [InlineData("2022-03-27T00:59:59.999Z", "2022-03-27T01:59:59")]
    [InlineData("2022-03-27T01:00:00Z", "2022-03-27T03:00:00")]
    [InlineData("2022-10-30T00:59:59Z", "2022-10-30T02:59:59")]
    [InlineData("2022-10-30T01:00:00Z", "2022-10-30T02:00:00")]
    public void Paris_changes_its_clock_on_last_Sundays(string instant, string local) =>
        Assert.Equal(local, Paris.Local(At(instant).InstantMs).ToString("s", System.Globalization.CultureInfo.InvariantCulture));

    [Property]
    public bool Order_of_arrival_does_not_matter((byte Visitor, ushort Second, byte Service, byte Kind)[] seeds)
    {
        var hits = seeds.Select(s => Hit(s.Second % 7200 * 500L) with
        {
            Visitor = $"{s.Visitor % 3}",
            Client = s.Visitor % 2 == 0 ? "pc" : "",
            Service = $"{s.Service % 3}",
            Kind = (s.Kind % 4) switch { 0 => "click", 1 => "ping", _ => "page" },
        }).ToList();
        return Enum.GetValues<OracleNorm>().All(norm => Describe(hits, norm) == Describe(Enumerable.Reverse(hits), norm));
    }

    private static string Describe(IEnumerable<OracleHit> hits, OracleNorm norm)
    {
        var (visits, excluded) = OracleVisits.Of(hits, norm);
        return string.Join('\n', OracleIndicators.Rows(visits, new OracleReferences()).Concat(excluded.Select(e => $"{e.Key} {e.Value}")));
    }

    private static IReadOnlyList<OracleVisit> Visits(OracleNorm norm, params OracleHit[] hits) => OracleVisits.Of(hits, norm).Visits;

    private static OracleHit Hit(long offsetMs) => new() { InstantMs = Eight + offsetMs, Visitor = "v" };

    private static OracleHit Ping(long offsetMs) => Hit(offsetMs) with { Kind = "ping" };

    private static OracleHit At(string instant) => new() { InstantMs = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).ToUnixTimeMilliseconds(), Visitor = "v" };
}
