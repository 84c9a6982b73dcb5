using System.Globalization;
using System.Text;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Tests.Oracle;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>What is observed while a log is measured is what one sees who looks at it hit by hit; and nothing of how it was worked on.</summary>
public class ObservationOracleTest
{
    [Property(MaxTest = 200, Arbitrary = [typeof(HostileLogs)])]
    public async Task Of_a_hostile_log_is_observed_what_the_oracle_sees(HostileLog log, int norm)
    {
        var oracle = (OracleNorm)(norm & 3);
        var measurement = await MeasuredFiles.Measure(log, oracle);
        AssertSeen(log.Meant(), oracle, measurement, log.ToString());
    }

    [Property(MaxTest = 100)]
    public async Task Of_people_on_the_move_is_observed_what_the_oracle_sees(int seed)
    {
        var random = new Random(seed);
        var norm = (OracleNorm)random.Next(4);
        var hits = Wanderers(random);
        random.Shuffle(hits);
        var options = (Threads: random.Next(1, 4), Bits: random.Next(0, 4), Bytes: random.Next(1, 3000), Visitors: random.Next(1, 5));
        await using var engine = AudienceEngine.Create(defaults => defaults with { Threads = options.Threads, PartitionBits = options.Bits, HitBytes = options.Bytes, PartitionVisitors = options.Visitors, BlockBytes = 300 });
        var text = Csv(hits);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var measurement = await engine.MeasureAsync(
            HitLog.Stream("hits.csv", stream), MeasuredFiles.Definition(norm, new HostileLog([])), cancellationToken: TestContext.Current.CancellationToken);
        AssertSeen(hits, norm, measurement, text);
    }

    private static void AssertSeen(IReadOnlyList<OracleHit> hits, OracleNorm norm, Measurement measurement, string log)
    {
        var expected = OracleObservations.Lines(hits, norm).Order(StringComparer.Ordinal).ToArray();
        var actual = ObservedText.Lines(measurement.Observations).Where(line => !line.Contains(" ProfileUnknown ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        if (!expected.SequenceEqual(actual))
        {
            Assert.Fail($"{norm}\n- {string.Join("\n- ", expected.Except(actual).Take(8))}\n+ {string.Join("\n+ ", actual.Except(expected).Take(8))}\n{log}");
        }
    }

    /// <summary>A few people, some of whom go from school to school, change their profile, or have pages that are tagged twice.</summary>
    private static OracleHit[] Wanderers(Random random)
    {
        string[] schools = [.. Enumerable.Range(10, random.Next(2, 14)).Select(i => $"00{i}024W"), ""];
        string[] profiles = ["eleve", "", "parent"];
        var hits = new List<OracleHit>();
        for (var person = random.Next(1, 4); person > 0; person--)
        {
            var (restless, instant) = (random.Next(1, 6), 1_662_328_800_000 + (random.Next(0, 48) * 3_600_000L));
            var (school, profile) = (schools[random.Next(schools.Length)], "eleve");
            for (var left = random.Next(1, 120); left > 0; left--)
            {
                instant += random.Next(6) switch { 0 => random.Next(0, 1003), 1 => 4_000_000, 2 when random.Next(6) == 0 => 30_000_000, _ => random.Next(900, 90_000) };
                school = random.Next(restless) == 0 ? schools[random.Next(schools.Length)] : school;
                profile = random.Next(40) == 0 ? profiles[random.Next(profiles.Length)] : profile;
                hits.Add(new OracleHit
                {
                    InstantMs = instant,
                    Visitor = $"p{person}",
                    Uai = school,
                    Profile = profile,
                    Service = random.Next(8) == 0 ? "absences" : "notes",
                    Kind = random.Next(12) switch { 0 => "click", 1 => "event", 2 => "ping", _ => "page" },
                    Page = $"{random.Next(1000)}",
                });
            }
        }

        return [.. hits];
    }

    private static string Csv(IEnumerable<OracleHit> hits) =>
        "instant,visitor,uai,profile,service,kind,page\n" + string.Concat(hits.Select(hit => string.Create(
            CultureInfo.InvariantCulture, $"{hit.InstantMs},{hit.Visitor},{hit.Uai},{hit.Profile},{hit.Service},{hit.Kind},{hit.Page}\n")));
}
