using System.Globalization;
using System.Text;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Observed;
using Dnma.Engine.Ingest;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>Each control, by a log that it must find something in and one that it must not, through the whole engine.</summary>
public class HitControlsTest
{
    private const long Minute = 60_000;

    [Fact]
    public async Task A_log_tagged_as_it_should_be_has_no_finding() => Assert.Empty(await Found(TaggedHit.Many(500)));

    [Fact]
    public async Task An_empty_log_has_no_finding() => Assert.Empty(await Found([]));

    [Fact]
    public async Task Findings_are_of_the_whole_range()
    {
        var finding = Assert.Single((await Measure(TaggedHit.Many(200, (hit, i) => hit with { Type = "LOUE" }))).HitFindings());
        Assert.Equal((HitControls.TypeUnknown, PeriodKind.All, new DateOnly(2022, 9, 5), null), (finding.Control, finding.Period, finding.PeriodStart, finding.Chance));
    }

    [Theory]
    [InlineData(20, "profile-unknown Platform K hits 0.1 of 0.01")]
    [InlineData(19, "")]
    public async Task Unknown_profiles(int unknown, string expected) =>
        AssertFound(expected, await Found(TaggedHit.Many(200, (hit, i) => i < unknown ? hit with { Profile = "DIRECTEUR" } : hit)));

    [Theory]
    [InlineData(10_000, 100, "profile-unknown Platform K hits 0.01 of 0.01")]
    [InlineData(10_000, 99, "")]
    public async Task A_share_is_found_at_its_bound(int hits, int unknown, string expected) =>
        AssertFound(expected, await Found(TaggedHit.Many(hits, (hit, i) => i < unknown ? hit with { Profile = "DIRECTEUR" } : hit)));

    [Fact]
    public async Task What_is_a_platforms_is_not_said_again_of_its_schools_and_what_is_a_schools_is()
    {
        TaggedHit Tagged(TaggedHit hit, int i) => hit with
        {
            Platform = i % 2 == 0 ? "bad" : "good",
            Uai = i % 20 < 2 ? "0010024W" : "0220158C",
            Profile = i % 2 == 0 || i % 20 == 1 ? "DIRECTEUR" : "ELEVE",
        };

        // Of the good platform's 20 000 hits a tenth are of the one school, all of them unknown: 10 % of the platform.
        Assert.Equal(
            ["profile-unknown Platform bad hits 1 of 0.01", "profile-unknown Platform good hits 0.1 of 0.01"],
            await Found(TaggedHit.Many(40_000, Tagged)));

        // Of a platform of 40 000 hits 30 are too few to speak of it, and enough of a school of 300.
        Assert.Equal(
            ["profile-unknown Establishment 0010024W hits 0.1 of 0.01"],
            await Found(TaggedHit.Many(40_000, (hit, i) => hit with { Uai = i < 300 ? "0010024W" : "0220158C", Profile = i < 30 ? "DIRECTEUR" : "ELEVE" })));
    }

    [Fact]
    public async Task Unknown_services_are_named_and_counted_by_platform()
    {
        var found = await Found(TaggedHit.Many(400, (hit, i) => hit with
        {
            Platform = i < 200 ? "K" : "L",
            Service = i % 4 == 0 ? "Cantine" : i % 4 == 1 ? $"unheard of {i}" : i % 8 == 2 ? "page_ent" : "NOTES",
        }));
        Assert.Equal(["service-unknown Platform K service:cantine 50", "service-unknown Platform L service:cantine 50"], found);
        Assert.Empty(await Found(TaggedHit.Many(400, (hit, i) => i < 19 ? hit with { Service = "Cantine" } : hit)));
    }

    [Fact]
    public async Task A_label_is_cut_and_shows_no_id()
    {
        var found = await Found(TaggedHit.Many(120, (hit, i) => hit with { Service = i < 60 ? "fiche de 0123456789 dans une liste qui est bien trop longue" : "anne.martin@ent.example" }));
        Assert.Equal(["service-unknown Platform K service:fiche de 9999999999 dans une liste qui … 60", "service-unknown Platform K service:…@… 60"], found);
    }

    [Fact]
    public async Task Unknown_types_are_named()
    {
        Assert.Equal(["type-unknown Platform K type:loue 25"], await Found(TaggedHit.Many(200, (hit, i) => i < 25 ? hit with { Type = "LOUE" } : hit)));
        Assert.Empty(await Found(TaggedHit.Many(200, (hit, i) => i < 25 ? hit with { Type = "" } : hit)));
    }

    [Theory]
    [InlineData("TIERS", "", "third-party-without-tool Platform K hits 0.25 of 0.01")]
    [InlineData("TIERS", "MOODLE", "")]
    [InlineData("NATIF", "MOODLE", "tool-without-third-party Platform K hits 0.25 of 0.01")]
    [InlineData("", "MOODLE", "tool-without-third-party Platform K hits 0.25 of 0.01")]
    [InlineData("NATIF", "", "")]
    public async Task A_type_of_third_parties_goes_with_a_tool(string type, string tool, string expected) =>
        AssertFound(expected, await Found(TaggedHit.Many(200, (hit, i) => i % 4 == 0 ? hit with { Type = type, Tool = tool } : hit)));

    [Theory]
    [InlineData("", 20, "anonymous-hits Platform K hits 0.1 of 0.1")]
    [InlineData("", 19, "")]
    [InlineData("OPT-OUT", 40, "opt-out-hits Platform K hits 0.2 of 0.2")]
    [InlineData("OPT-OUT", 39, "")]
    public async Task Hits_of_nobody(string visitor, int hits, string expected) =>
        AssertFound(expected, await Found(TaggedHit.Many(200, (hit, i) => i < hits ? hit with { Visitor = visitor } : hit)));

    [Theory]
    [InlineData("365203", "test-site Platform K hits 20; test-site Establishment 0010024W hits 20")]
    [InlineData("365204", "")]
    [InlineData("36520", "collectivity-malformed Platform K collectivity:36520 20")]
    [InlineData("", "")]
    public async Task The_test_site_and_forms_of_collectivities(string collectivity, string expected) =>
        AssertFound(expected, await Found(TaggedHit.Many(400, (hit, i) => i < 20 ? hit with { Collectivity = collectivity } : hit)));

    [Fact]
    public async Task Collectivities_are_looked_up_in_the_callers_list()
    {
        var measurement = await Measure(TaggedHit.Many(100, (hit, i) => hit with { Collectivity = i % 4 == 0 ? "400002" : i % 4 == 1 ? "365203" : "400001" }));
        Assert.Equal(["collectivity-unknown Platform K collectivity:400002 25"], Texts(measurement.HitFindings(new HashSet<string> { "400001" })).Where(text => !text.StartsWith("test-site", StringComparison.Ordinal)));
        Assert.DoesNotContain(measurement.HitFindings(new HashSet<string> { "400001", "400002" }), finding => finding.Control.Family == 2 && finding.Control != HitControls.TestSite);
    }

    [Fact]
    public async Task A_site_of_Matomo_is_no_collectivity()
    {
        var lines = string.Concat(Enumerable.Range(0, 100).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"10.0.0.1 - - [05/Sep/2022:10:{i / 60:00}:{i % 60:00} +0200] \"GET /matomo.php?idsite=12&rec=1&uid=u{i}&url=https%3A%2F%2Fx%2F&dimension1=Student HTTP/1.1\" 200 43 \"-\" \"-\"\n")));
        var measurement = await MeasureText("access.log", lines, MeasurementDefinition.Of(Norm.Matomo));
        Assert.Equal(100, measurement.NationalTotal?.Visits);
        Assert.Empty(measurement.HitFindings(new HashSet<string> { "400001" }));
        Assert.DoesNotContain("Collectivity", ObservedText.Of(measurement), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 1, "collectivity-territory Establishment 0590001A department:400001 20")]
    [InlineData(8, 2, "")]
    [InlineData(8, 1, "")]
    public async Task An_establishment_elsewhere_than_nearly_all_of_its_collectivity(int here, int elsewhere, string expected)
    {
        // 22 is Côtes-d'Armor, 59 is Nord; letters are as they come.
        string[] schools = [.. Enumerable.Range(1, here).Select(i => $"022000{i}A"), .. Enumerable.Range(1, elsewhere).Select(i => $"059000{i}A")];
        AssertFound(expected, await Found(schools.SelectMany(school => TaggedHit.Many(20, (hit, _) => hit with { Uai = school }, school))));
    }

    [Fact]
    public async Task A_collectivity_of_one_region_and_several_departements_has_its_strays_elsewhere()
    {
        // Five of Côtes-d'Armor and five of Finistère, one of Nord.
        string[] schools = [.. Enumerable.Range(1, 5).SelectMany(i => new[] { $"022000{i}A", $"029000{i}A" }), "0590001A"];
        Assert.Equal(
            ["collectivity-territory Establishment 0590001A region:400001 20"],
            await Found(schools.SelectMany(school => TaggedHit.Many(20, (hit, _) => hit with { Uai = school }, school))));
    }

    [Theory]
    [InlineData(5, "person-two-profiles National FR persons 0.05 of 0.05; person-two-profiles Establishment 0010024W persons 0.05 of 0.05")]
    [InlineData(4, "")]
    public async Task Ids_of_two_profiles(int both, string expected)
    {
        var hits = TaggedHit.Many(100).Concat(TaggedHit.Many(both, (hit, _) => hit with { AfterMs = hit.AfterMs + (90 * Minute), Profile = "PARENT" }));
        AssertFound(expected, await Found(hits));
    }

    [Fact]
    public async Task No_profile_is_no_second_profile() =>
        Assert.Empty(await Found(TaggedHit.Many(100).Concat(TaggedHit.Many(50, (hit, _) => hit with { AfterMs = hit.AfterMs + (90 * Minute), Profile = "" }))));

    [Theory]
    [InlineData(10, 1, "person-many-establishments National FR persons 1")]
    [InlineData(9, 1, "")]
    public async Task An_id_in_many_establishments(int schools, int days, string expected)
    {
        var hits = Enumerable.Range(0, schools).Select(i => new TaggedHit { AfterMs = i * days * 1440 * Minute, Uai = $"02200{i:00}A" });
        AssertFound(expected, await Found(hits));
    }

    [Theory]
    [InlineData(5, 1, true)]
    [InlineData(4, 1, false)]
    [InlineData(2, 11, true)]
    [InlineData(2, 10, false)]
    public async Task An_id_that_is_in_establishments_by_turns_is_shared(int schools, int rounds, bool isShared)
    {
        // Eleven rounds of two schools are 21 moves, ten are 19.
        var hits = Enumerable.Range(0, schools * rounds).Select(i => new TaggedHit { AfterMs = i * Minute, Uai = $"022000{i % schools}A" });
        string[] expected = ["person-shared National FR persons 1", .. Enumerable.Range(0, schools).Select(i => $"person-shared Establishment 022000{i}A persons 1")];
        Assert.Equal(isShared ? expected : [], await Found(hits));
    }

    [Fact]
    public async Task A_night_between_two_establishments_is_no_move()
    {
        // From the one in the evening to the other in the morning, then 19 moves by day.
        var morning = Enumerable.Range(0, 20).Select(i => new TaggedHit { AfterMs = (1440 + i) * Minute, Uai = $"022000{i % 2}A" });
        Assert.Empty(await Found(morning.Prepend(new TaggedHit { Uai = "0220001A" })));
        Assert.Empty(await Found(Enumerable.Range(0, 60).Select(i => new TaggedHit { AfterMs = i * 1440 * Minute, Uai = $"022000{i % 2}A" })));
    }

    [Fact]
    public async Task A_browser_of_several_people_is_no_shared_id_under_a_norm_of_browsers()
    {
        var hits = Enumerable.Range(0, 200).Select(i => new TaggedHit { AfterMs = i * Minute, Visitor = $"p{i}", Client = "pc", Uai = $"02200{i % 12:00}A", Profile = i % 2 == 0 ? "ELEVE" : "PARENT" });
        Assert.Empty((await Measure(hits, MeasurementDefinition.Of(Norm.Piano))).HitFindings());
    }

    [Theory]
    [InlineData("dnma", 10_001, true)]
    [InlineData("dnma", 10_000, false)]
    [InlineData("matomo", 10_001, true)]
    [InlineData("matomo", 10_000, false)]
    public async Task A_visit_of_too_many_hits(string norm, int hits, bool isFound)
    {
        var log = Enumerable.Range(0, hits).Select(i => new TaggedHit { AfterMs = i * 1_001L });
        var found = Texts((await Measure(log, MeasurementDefinition.Of(Norm.Of(norm)))).HitFindings());
        Assert.Equal(isFound ? ["visit-too-long Establishment 0010024W visits 1"] : [], found);
    }

    [Theory]
    [InlineData(250_001, true)]
    [InlineData(250_000, false)]
    public async Task An_id_of_too_many_hits(int hits, bool isFound)
    {
        // So far apart that all visits are short.
        var log = new StringBuilder("instant,visitor,uai\n");
        for (var i = 0; i < hits; i++)
        {
            log.Append(CultureInfo.InvariantCulture, $"{TaggedHit.Start + (i * 30 * Minute)},a,0010024W\n");
        }

        var findings = (await MeasureText("hits.csv", log.ToString(), new MeasurementDefinition { Periods = [PeriodKind.All] })).HitFindings();
        Assert.Equal(isFound ? ["person-too-many-hits National FR persons 1", "person-too-many-hits Establishment 0010024W persons 1"] : [], Texts(findings));
    }

    [Theory]
    [InlineData(1_000, "NOTES", "/twice", 100, "double-tagging Platform K page_views 0.5 of 0.2")]
    [InlineData(1_001, "NOTES", "/twice", 100, "")]
    [InlineData(40, "ABSENCES", "/twice", 100, "")]
    [InlineData(40, "NOTES", "/", 100, "double-tagging Platform K page_views 0.5 of 0.2")]
    [InlineData(0, "NOTES", "/twice", 25, "double-tagging Platform K page_views 0.2 of 0.2")]
    [InlineData(0, "NOTES", "/twice", 24, "")]
    public async Task A_page_that_is_tagged_twice(int afterMs, string service, string page, int twice, string expected) => AssertFound(
        expected,
        await Found(TaggedHit.Many(100).Concat(TaggedHit.Many(twice, (hit, _) => hit with { AfterMs = hit.AfterMs + afterMs, Service = service, Page = page }))));

    [Theory]
    [InlineData(20, "duplicate-hits Platform K hits 0.0909")]
    [InlineData(19, "")]
    public async Task Hits_that_are_there_twice(int twice, string expected) =>
        Assert.Equal(expected, string.Join("; ", (await Found(TaggedHit.Many(200).Concat(TaggedHit.Many(twice)))).Select(text => text[..Math.Min(text.Length, 37)])));

    [Theory]
    [InlineData(20, "robot-hits Platform K hits 0.1 of 0.1")]
    [InlineData(19, "")]
    public async Task Robots(int robots, string expected) =>
        AssertFound(expected, await Found(TaggedHit.Many(200, (hit, i) => i < robots ? hit with { UserAgent = TaggedHit.Robot } : hit)));

    [Fact]
    public async Task Robots_far_out_among_platforms_are_found_below_the_bound()
    {
        // Nine platforms of 3 000 hits each; eight have 30 robots, one has 120: 1 % and 4 %.
        IEnumerable<TaggedHit> Platforms(int odd) => TaggedHit.Many(27_000, (hit, i) => hit with
        {
            Platform = $"K{i % 9}",
            Uai = "",
            UserAgent = i / 9 < (i % 9 == 4 ? odd : 30) ? TaggedHit.Robot : "",
        });
        var finding = Assert.Single((await Measure(Platforms(120))).HitFindings());
        Assert.Equal((HitControls.RobotHits, "K4", 0.04), (finding.Control, finding.Code, finding.Figure));

        // Quartiles of 1 % both: the fence is at 1 %, what is above it is far out.
        Assert.Equal(0.01, finding.Expected!.Value, 1e-9);
        Assert.Empty((await Measure(Platforms(30))).HitFindings());
    }

    [Fact]
    public async Task Implausible_instants()
    {
        Assert.Equal(["implausible-instants Platform K hits 0.1 of 0.001"], await Found(TaggedHit.Many(200, (hit, i) => i < 20 ? hit with { AfterMs = -TaggedHit.Start + i } : hit)));
        Assert.Empty(await Found(TaggedHit.Many(200, (hit, i) => i < 19 ? hit with { AfterMs = -TaggedHit.Start + i } : hit)));
    }

    [Theory]
    [InlineData(0, 100, "")]
    [InlineData(120, 51, "clock-zone Platform K hours:+2 0.51 of 0.5")]
    [InlineData(120, 50, "")]
    [InlineData(-60, 100, "clock-zone Platform K hours:-1 1 of 0.5")]
    [InlineData(35, 20, "clock-apart Platform K hits 0.2 of 0.1")]
    [InlineData(35, 19, "")]
    [InlineData(1500, 20, "clock-ignored Platform K hits 0.2 of 0.05; clock-apart Platform K hits 0.2 of 0.1")]
    public async Task Clocks_that_are_wrong(int minutes, int wrong, string expected)
    {
        var log = SmartTags(100, i => i < wrong ? $"&ts={Server(i) + (minutes * Minute)}" : $"&ts={Server(i) - 400}");
        AssertFound(expected, Texts((await MeasureText("access.log", log)).HitFindings()));
    }

    [Fact]
    public async Task Split_hits_that_are_cut()
    {
        var log = SmartTags(100, i => $"&ts={Server(i)}" + (i < 20 ? "&mherr=1" : ""));
        Assert.Equal(["split-incomplete Platform K hits 0.2 of 0.01"], Texts((await MeasureText("access.log", log)).HitFindings()));
        Assert.Empty((await MeasureText("access.log", SmartTags(100, i => $"&ts={Server(i)}" + (i < 19 ? "&mherr=1" : "")))).HitFindings());
    }

    [Theory]
    [InlineData("prefetch", "prefetch-hits Platform K hits 0.2 of 0.1")]
    [InlineData("pingdom", "monitor-hits Platform K hits 0.2 of 0.1")]
    [InlineData("", "")]
    public async Task Machines_by_what_they_say_of_themselves(string what, string expected)
    {
        var lines = Enumerable.Range(0, 100).Select(i => $$"""
            {"time_iso8601":"{{DateTimeOffset.FromUnixTimeMilliseconds(Server(i)):yyyy-MM-ddTHH:mm:ssZ}}","request_method":"GET","request_uri":"/hit.xiti?s=400001&{{Properties(i)}}","http_user_agent":"{{(what == "pingdom" && i < 20 ? "Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)" : "")}}","http_x_purpose":"{{(what == "prefetch" && i < 20 ? "preview" : "")}}","status":200}

            """);
        AssertFound(expected, Texts((await MeasureText("access.log", string.Concat(lines))).HitFindings()));
    }

    [Fact]
    public void Every_control_is_listed_once_in_both_languages()
    {
        var controls = typeof(HitControls).GetProperties().Where(property => property.PropertyType == typeof(Control)).Select(property => (Control)property.GetValue(null)!).ToArray();
        Assert.Equal(controls.Select(control => control.Id).Order(StringComparer.Ordinal), HitControls.All.Select(control => control.Id).Order(StringComparer.Ordinal));
        Assert.Equal(HitControls.All.Count, HitControls.All.DistinctBy(control => control.Id).Count());
        Assert.Equal([1, 2, 3, 4, 5, 6, 9, 10], HitControls.All.Select(control => control.Family).Distinct());
        Assert.All(HitControls.All.SelectMany(control => new[] { control.Meaning, control.Remedy }), text =>
        {
            Assert.EndsWith(".", text.French, StringComparison.Ordinal);
            Assert.EndsWith(".", text.English, StringComparison.Ordinal);
        });
    }

    private static long Server(int i) => TaggedHit.Start + (i * Minute);

    private static string Properties(int i) => $"vtag=5.1&idclient=b{i}&at=p{i}&p=NOTES::x&service=NOTES&type=NATIF&uai=0010024W&projet=P&plateforme=K&profil=ELEVE";

    private static string SmartTags(int count, Func<int, string> more) => string.Concat(Enumerable.Range(0, count).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"10.0.0.1 - - [{DateTimeOffset.FromUnixTimeMilliseconds(Server(i)):dd/MMM/yyyy:HH:mm:ss} +0000] \"GET /hit.xiti?s=400001&{Properties(i)}{more(i)} HTTP/1.1\" 200 43 \"-\" \"-\"\n")));

    private static void AssertFound(string expected, IEnumerable<string> found) => Assert.Equal(expected, string.Join("; ", found));

    private static async Task<string[]> Found(IEnumerable<TaggedHit> hits) => Texts((await Measure(hits)).HitFindings());

    private static string[] Texts(IEnumerable<Finding> findings) =>
    [
        .. findings.Select(finding => string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Control.Id} {finding.Level} {finding.Code} {finding.Subject} {finding.Figure}{(finding.Expected is { } expected ? $" of {expected}" : "")}")),
    ];

    private static Task<Measurement> Measure(IEnumerable<TaggedHit> hits, MeasurementDefinition? definition = null) => MeasureText("hits.csv", TaggedHit.Csv(hits), definition);

    private static async Task<Measurement> MeasureText(string name, string text, MeasurementDefinition? definition = null)
    {
        await using var engine = AudienceEngine.Create();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await engine.MeasureAsync(HitLog.Stream(name, stream), definition, cancellationToken: TestContext.Current.CancellationToken);
    }
}
