using System.Globalization;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Hits;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Generation;

public class GeneratorTests
{
    private static readonly GenerationOptions Week = new() { Seed = 3, Hits = 200_000, Visitors = 6_000, Days = 7 };

    [Property(MaxTest = 10)]
    public bool Equal_options_give_equal_bytes(ushort seed, byte form)
    {
        var options = new GenerationOptions { Seed = seed, Hits = 300, Visitors = 100 };
        var chosen = HitForm.All[form % HitForm.All.Count];
        return Bytes(options, chosen).Zip(Bytes(options, chosen)).All(pair => pair.First.SequenceEqual(pair.Second));
    }

    [Property(MaxTest = 10)]
    public bool A_shorter_log_is_the_beginning_of_a_longer_one(ushort seed)
    {
        var options = new GenerationOptions { Seed = seed, Hits = 900, Visitors = 100 };
        var (longer, shorter) = (Bytes(options, HitForm.All[0])[0], Bytes(options with { Hits = 400 }, HitForm.All[0])[0]);
        return longer.AsSpan().StartsWith(shorter) && longer.Length > shorter.Length;
    }

    [Fact]
    public void Another_seed_is_another_log() =>
        Assert.NotEqual(Bytes(new() { Seed = 1, Hits = 50, Visitors = 50 }, HitForm.All[0])[0], Bytes(new() { Seed = 2, Hits = 50, Visitors = 50 }, HitForm.All[0])[0]);

    [Fact]
    public void SplitMix64_gives_its_published_numbers()
    {
        // The reference implementation's first outputs for the seed 1234567.
        var random = new SplitMix64(1234567);
        Assert.Equal([6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL], new[] { random.Next(), random.Next(), random.Next() });
    }

    [Fact]
    public void Shares_are_near_those_of_the_field()
    {
        var outings = Generate(Week with { Hits = 2_000_000, Visitors = 30_000, Noise = NoiseShares.None }).DistinctBy(h => h.Outing).ToList();
        Assert.InRange(outings.Count, 116_000, 124_000); // 30 000 people, 4 outings a week each; classes of 30 make it lumpy.
        AssertShare(0.402, outings, h => h.Profile == Profile.Eleve);
        AssertShare(0.375, outings, h => h.Profile == Profile.Parent);
        AssertShare(0.192, outings, h => h.Profile == Profile.Enseignant);
        AssertShare(0.030, outings, h => h.Profile == Profile.AdminVieScolTech);

        var known = outings.Where(h => h.UserAgent >= 0).ToList();
        AssertShare(0.51, outings.Where(h => h.Profile == Profile.Parent), h => h.UserAgent >= 0);
        AssertShare(0.442, known.Where(h => h.Profile == Profile.Eleve), h => DeviceOf(h) == DeviceClass.Ordinateur);
        AssertShare(0.538, known.Where(h => h.Profile == Profile.Eleve), h => DeviceOf(h) == DeviceClass.Smartphone);
        AssertShare(0.020, known.Where(h => h.Profile == Profile.Eleve), h => DeviceOf(h) == DeviceClass.Tablette);
    }

    [Fact]
    public void Services_are_used_as_in_the_field()
    {
        var hits = Generate(Week with { Noise = NoiseShares.None }).Where(h => h.Service > Vocabulary.PageEnt).ToList();
        bool Is(GeneratedHit hit, params string[] tags) => tags.Contains(Vocabulary.Services[hit.Service].Tag);
        AssertShare(0.31, hits, h => Is(h, "SERVICES_VIE_SCOLAIRE", "ABSENCES", "NOTES", "GESTION_TEMPS"));
        AssertShare(0.22, hits, h => Is(h, "COURRIER_ELECTRONIQUE"));
        AssertShare(0.19, hits, h => Is(h, "CAHIER_TEXTES"));
    }

    [Fact]
    public void Noise_is_there_in_its_shares()
    {
        var hits = Generate(Week).ToList();
        AssertShare(0.005, hits, h => h.Has(HitNotes.Duplicate), 0.002);
        AssertShare(0.005, hits, h => h.Has(HitNotes.Late), 0.002);
        AssertShare(0.001, hits, h => h.Has(HitNotes.Split), 0.001);
        AssertShare(0.010, hits, h => h.Has(HitNotes.OptOut), 0.004);
        AssertShare(0.008, hits.DistinctBy(h => h.Outing), h => h.UserAgent >= 0 && UserAgentCatalogue.Entries[h.UserAgent].Class == UserAgentClass.Robot, 0.004);
        Assert.Contains(hits, h => h.Has(HitNotes.TestSite));
        Assert.Contains(hits, h => h.Has(HitNotes.SkewedClock) && h.StampedInstantMs == h.LineMs);
        Assert.Contains(hits, h => h.Person == 0);
        var world = new World(Week with { Establishments = 500 });
        Assert.InRange(world.Establishments.Count(e => !e.LetterIsRight), 2, 25);
    }

    [Fact]
    public void Hits_are_late_by_a_quarter_of_an_hour_at_most()
    {
        var newest = 0L;
        foreach (var hit in Generate(Week))
        {
            Assert.True(hit.LineMs >= newest - (15 * 60_000) - 2_000);
            newest = Math.Max(newest, hit.LineMs);
        }
    }

    [Fact]
    public void Classes_log_in_within_a_minute_on_the_schools_computers()
    {
        var pupils = Generate(Week with { Noise = NoiseShares.None }).DistinctBy(h => h.Outing).Where(h => h.Profile == Profile.Eleve);
        var largest = pupils.GroupBy(h => (h.Establishment, Minute: h.StampMs / 60_000)).MaxBy(g => g.Count())!;
        Assert.InRange(largest.Count(h => DeviceOf(h) == DeviceClass.Ordinateur), 25, 70);
    }

    [Fact]
    public void Holidays_are_quiet()
    {
        int Hits(string day) => Generate(new() { Seed = 5, Hits = 100_000, Visitors = 3_000, Days = 1, FirstDay = DateOnly.Parse(day, CultureInfo.InvariantCulture), Noise = NoiseShares.None }).Count();
        Assert.InRange(Hits("2022-10-24"), 1, Hits("2022-10-17") / 5);
    }

    [Theory]
    [InlineData(0010024, 'W')]
    [InlineData(0220158, 'C')]
    [InlineData(0040533, 'H')]
    [InlineData(0301674, 'G')]
    [InlineData(0490867, 'B')]
    public void Letters_are_those_of_the_field(int digits, char letter) => Assert.Equal(letter, World.LetterOf(digits));

    [Fact]
    public void Establishments_have_names_of_their_own() =>
        Assert.Equal(3_000, new World(new() { Establishments = 3_000, Visitors = 9_000 }).Establishments.Select(e => e.Uai).Distinct().Count());

    [Fact]
    public void Memory_grows_with_people_in_flight_not_with_hits()
    {
        var generator = new HitGenerator(new() { Hits = 300_000, Visitors = 500 }, new World(new() { Visitors = 500 }));
        var count = 0;
        while (generator.TryNext(out _))
        {
            count++;
        }

        Assert.Equal(300_000, count);
        Assert.InRange(generator.PeakInFlight, 1, 300);
    }

    [Theory]
    [InlineData("smarttag-log")]
    [InlineData("csv")]
    [InlineData("matomo-bulk")]
    public void A_hit_costs_no_allocation_once_warm(string name)
    {
        var options = new GenerationOptions { Hits = 200_000, Visitors = 2_000 };
        var world = new World(options);
        var generator = new HitGenerator(options, world);
        var writer = HitForm.Find(name)!.Create([new RecordBuffer(Stream.Null)], new HitTexts(world));
        void Write(int hits)
        {
            while (hits-- > 0 && generator.TryNext(out var hit))
            {
                writer.Write(hit);
            }
        }

        Write(100_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Write(100_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private static IEnumerable<GeneratedHit> Generate(GenerationOptions options)
    {
        var generator = new HitGenerator(options, new World(options));
        while (generator.TryNext(out var hit))
        {
            yield return hit;
        }
    }

    private static byte[][] Bytes(GenerationOptions options, HitForm form)
    {
        var streams = Array.ConvertAll(form.Outputs, _ => new MemoryStream());
        LogGeneration.Write(options, form, streams);
        return Array.ConvertAll(streams, s => s.ToArray());
    }

    private static DeviceClass DeviceOf(GeneratedHit hit) => UserAgentCatalogue.Entries[hit.UserAgent].Traits.Device;

    private static void AssertShare(double expected, IEnumerable<GeneratedHit> hits, Func<GeneratedHit, bool> has, double tolerance = 0.02)
    {
        var all = hits.ToList();
        Assert.Equal(expected, (double)all.Count(has) / all.Count, tolerance);
    }
}
