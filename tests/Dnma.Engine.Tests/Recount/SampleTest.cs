using System.Globalization;
using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Recount;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Recount;

/// <summary>Who is in a sample: whole persons, by their pseudonyms, within the bound; how the engine works never shows.</summary>
public class SampleTest
{
    private static readonly byte[] Secret = "sample"u8.ToArray();

    [Theory]
    [InlineData("dnma")]
    [InlineData("piano")]
    public async Task Neither_threads_nor_partitions_nor_memory_show(string norm)
    {
        var csv = Log(300, 5);
        var definition = MeasurementDefinition.Of(Norm.Of(norm));
        var expected = await RecountedLog.Agreeing(csv, definition, options => Sampled(options, 400));
        Assert.Equal(RecountScope.Sample, expected.Scope);
        Assert.InRange(expected.Hits, 1, 400);
        Func<EngineOptions, EngineOptions>[] ways =
        [
            options => options with { Threads = 3 }, options => options with { PartitionBits = 5, PartitionVisitors = 2 }, options => options with { HitBytes = 1000, BlockBytes = 256 },
        ];
        foreach (var way in ways)
        {
            Assert.Equal(expected, await RecountedLog.Agreeing(csv, definition, options => way(Sampled(options, 400))));
        }
    }

    [Fact]
    public async Task Another_secret_is_another_sample()
    {
        var csv = Log(300, 5);
        var definition = MeasurementDefinition.Of(Norm.Dnma);
        var persons = new HashSet<long>();
        for (var secret = 1; secret < 6; secret++)
        {
            persons.Add((await RecountedLog.Agreeing(csv, definition, options => Sampled(options, 900) with { Secret = new[] { (byte)secret } })).Persons);
        }

        Assert.NotEqual(1, persons.Count);
    }

    /// <summary>Five hits of each person, so a sample that cut anybody would not have a multiple of five; also where two browsers part a person's visits.</summary>
    [Theory]
    [InlineData("dnma")]
    [InlineData("matomo")]
    [InlineData("piano")]
    public async Task Persons_are_whole(string norm)
    {
        var outcome = await RecountedLog.Agreeing(Log(200, 5), MeasurementDefinition.Of(Norm.Of(norm)), options => Sampled(options, 300));
        Assert.Equal(5 * outcome.Persons, outcome.Hits);
        Assert.InRange(outcome.Persons, 1, 60);
    }

    [Fact]
    public async Task Within_the_bound_it_is_everybody()
    {
        var csv = Log(40, 5);
        var outcome = await RecountedLog.Agreeing(csv, MeasurementDefinition.Of(Norm.Dnma), options => Sampled(options, 200));
        Assert.Equal((RecountScope.Full, 1, 200, 40), (outcome.Scope, outcome.OneIn, outcome.Hits, outcome.Persons));
        outcome = await RecountedLog.Agreeing(csv, MeasurementDefinition.Of(Norm.Dnma), options => Sampled(options, 199));
        Assert.Equal(RecountScope.Sample, outcome.Scope);
    }

    [Fact]
    public void A_tally_finds_the_largest_share_within_a_bound()
    {
        // Levels by trailing zeros: odd numbers 0, then 1, 2 and so on.
        var (tally, other) = (new SampleTally(), new SampleTally());
        foreach (var high in new uint[] { 1, 3, 5, 2, 6 })
        {
            tally.Add(new Pseudonym(9, high));
        }

        other.Add(new Pseudonym(9, 4));
        other.Add(new Pseudonym(9, 0));
        tally.Add(other);
        Assert.Equal([0, 1, 1, 2, 2, 3, PersonSample.MostBits + 1], new[] { 7L, 6, 4, 3, 2, 1, 0 }.Select(tally.BitsWithin));
    }

    [Fact]
    public void A_share_holds_those_whose_pseudonyms_end_with_zeros()
    {
        using var visitors = new VisitorIndex(new VisitorHomes(2, 3), new MemoryBudget(1 << 20));
        var codes = Enumerable.Range(1, 64).ToDictionary(high => (uint)high, high => visitors.CodeOf(new Pseudonym((ulong)high, (uint)high), high));
        for (var bits = 0; bits <= 7; bits++)
        {
            var sample = new PersonSample(visitors, bits);
            Assert.Equal(codes.Keys.Where(high => high % (1u << bits) == 0), codes.Where(code => sample.Holds(code.Value)).Select(code => code.Key).Order());
        }

        Assert.False(new PersonSample(visitors, 0).Holds(uint.MaxValue));
    }

    private static EngineOptions Sampled(EngineOptions options, int bound) =>
        options with { Recount = RecountScope.Sample, RecountHits = bound, Secret = Secret };

    /// <summary>Some hits of each person, half an hour apart or minutes, on browsers of their own and shared ones.</summary>
    private static string Log(int persons, int hits)
    {
        var text = new StringBuilder("instant,visitor,client,uai,service\n");
        for (var person = 0; person < persons; person++)
        {
            for (var hit = 0; hit < hits; hit++)
            {
                var instant = 1_662_357_600_000L + (person * 7919L) + (hit * (hit % 2 == 0 ? 1_800_000L : 60_000L));
                text.Append(CultureInfo.InvariantCulture, $"{instant},p{person},c{((person * 3) + hit) / 4},0010024W,notes\n");
            }
        }

        return text.ToString();
    }
}
