using System.Globalization;
using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Recount;

/// <summary>Where recounts could go wrong: nothing to count, days that are long or short, visits that are cut, limits.</summary>
public class EdgeRecountTest
{
    private const string Header = "instant,visitor,client,uai,profile,service,type,tool,project,platform,kind,page,user_agent\n";

    [Fact]
    public async Task Nobody_is_recounted_unless_it_is_asked_for()
    {
        var measurement = await RecountedLog.Measure(Header, MeasurementDefinition.Of(Norm.Dnma), options => options with { Recount = RecountScope.None });
        Assert.Null(measurement.Recount);
        Assert.Empty(measurement.Certificate.Checks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2022-09-05T08:00:00Z,,,,,,,,,,,,\n")]
    [InlineData("2022-09-05T08:00:00Z,a,,,,,,,,,event,,\n")]
    public async Task Nothing_to_count(string rows)
    {
        foreach (var norm in Norm.Presets.Take(2))
        {
            foreach (var from in new DateOnly?[] { null, new DateOnly(2022, 9, 1) })
            {
                var outcome = await RecountedLog.Agreeing(Header + rows, MeasurementDefinition.Of(norm) with { From = from });
                Assert.Equal((0, 0, 0), (outcome.Hits, outcome.Persons, outcome.Visits));
            }
        }
    }

    [Fact]
    public async Task Visits_out_of_the_measured_days_are_none()
    {
        var csv = Header + string.Concat(Enumerable.Range(1, 9).Select(day => $"2022-09-0{day}T08:00:00Z,a,,0010024W,,,,,,,page,,\n"));
        var outcome = await RecountedLog.Agreeing(csv, MeasurementDefinition.Of(Norm.Dnma).Over(new DateOnly(2022, 9, 3), new DateOnly(2022, 9, 5)));
        Assert.Equal((9, 2), (outcome.Hits, outcome.Visits));
        outcome = await RecountedLog.Agreeing(csv, MeasurementDefinition.Of(Norm.Dnma).Over(new DateOnly(2022, 10, 3), new DateOnly(2022, 10, 5)));
        Assert.Equal((9, 0), (outcome.Hits, outcome.Visits));
        _ = await RecountedLog.Agreeing(csv, MeasurementDefinition.Of(Norm.Dnma) with { From = new DateOnly(2022, 10, 3) });
    }

    /// <summary>A hit a minute around both changes of clocks and both turns of a school year, under a zone that has them.</summary>
    [Theory]
    [InlineData("2023-03-25T20:00:00Z")]
    [InlineData("2022-10-29T20:00:00Z")]
    [InlineData("2022-07-31T20:00:00Z")]
    [InlineData("2022-12-31T20:00:00Z")]
    public async Task Days_that_are_short_or_long_or_the_last(string start)
    {
        var from = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        var text = new StringBuilder(Header);
        for (var minute = 0; minute < 36 * 60; minute += 7)
        {
            text.Append(CultureInfo.InvariantCulture, $"{from + (minute * 60_000L)},a{minute % 3},,0010024W,,,,,,,page,,\n");
        }

        foreach (var norm in Norm.Presets)
        {
            _ = await RecountedLog.Agreeing(text.ToString(), MeasurementDefinition.Of(norm));
        }
    }

    [Theory]
    [InlineData(10_000, 1)]
    [InlineData(10_001, 2)]
    [InlineData(20_001, 3)]
    public async Task Visits_full_of_actions(int actions, int visits)
    {
        var text = new StringBuilder(Header);
        for (var action = 0; action < actions; action++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{1_662_357_600_000L + (action * 100L)},a,,0010024W,,,,,,,page,{action % 3},\n");
        }

        for (var ping = 0; ping < 100; ping++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{1_662_357_600_000L + (ping * 30_000L)},a,,0010024W,,,,,,,ping,,\n");
        }

        Assert.Equal(visits, (await RecountedLog.Agreeing(text.ToString(), MeasurementDefinition.Of(Norm.Matomo))).Visits);
    }

    [Fact]
    public async Task Visits_of_robots()
    {
        var text = new StringBuilder(Header);
        foreach (var (person, hits) in new[] { ("a", 50), ("b", 51), ("c", 3) })
        {
            for (var hit = 0; hit < hits; hit++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{1_662_357_600_000L + (hit * 1000L)},{person},shared{hit % 2},0010024W,,,,,,,page,,\n");
            }
        }

        var norm = Norm.Piano with { Name = "strict", RobotAboveHits = 50 };
        Assert.Equal(0, (await RecountedLog.Agreeing(text.ToString(), MeasurementDefinition.Of(norm))).Visits);
        Assert.Equal(2, (await RecountedLog.Agreeing(text.ToString(), MeasurementDefinition.Of(norm with { VisitsKeyedBy = VisitorKey.Person }))).Visits);
    }

    /// <summary>0.9 s and 2.1 s: floored, two seconds apart; not floored, 1.2 seconds, which are one when rounded.</summary>
    [Theory]
    [InlineData(true, 2000)]
    [InlineData(false, 1000)]
    public async Task What_is_floored_is_rounded_afterwards(bool floors, long duration)
    {
        var csv = Header + "2022-09-05T08:00:00.900Z,a,,0010024W,,,,,,,page,,\n2022-09-05T08:00:02.100Z,a,,0010024W,,,,,,,page,,\n";
        var definition = MeasurementDefinition.Of(Norm.Piano with { Name = "floored", FloorsToSecond = floors });
        Assert.Equal(duration, (await RecountedLog.Measure(csv, definition)).NationalTotal?.DurationMs);
        _ = await RecountedLog.Agreeing(csv, definition);
    }

    /// <summary>Prefixes of every kind, with and without an annuaire that contradicts them.</summary>
    [Fact]
    public async Task Establishments_of_all_prefixes()
    {
        var text = new StringBuilder(Header);
        for (var prefix = 0; prefix < 1000; prefix++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{1_662_357_600_000L + prefix},a{prefix},,{prefix:000}0024W,,,,,P{prefix % 3},,page,,\n");
        }

        text.Append("2022-09-06T08:00:00Z,a,,0220158C,,,,,,,page,,\n2022-09-06T08:00:00Z,b,,7200001A,,,,,,,page,,\n");
        _ = await RecountedLog.Agreeing(text.ToString(), MeasurementDefinition.Of(Norm.Dnma));
        _ = await RecountedLog.Agreeing(text.ToString(), MeasurementDefinition.Of(Norm.Dnma) with { Annuaire = HostileReferences.Annuaire });
    }

    /// <summary>Four dimensions, whose values hold what breaks keys; none has a value in some hits.</summary>
    [Fact]
    public async Task Dimensions_of_ones_own()
    {
        var text = new StringBuilder("instant,visitor,one,two,three,four\n");
        string[] values = ["", "x", "\"a,b\"", "É", "l'été", "\u0001", "\U0001F600", "a\"\"b"];
        for (var hit = 0; hit < 200; hit++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{1_662_357_600_000L + (hit * 40_000L)},p{hit % 11},{values[hit % 3]},{values[hit % 5]},{values[hit % 8].Replace("a\"\"b", "ab", StringComparison.Ordinal)},{values[hit % 2]}\n");
        }

        foreach (var custom in new[] { "one", "one,two", "four,three,two,one" })
        {
            _ = await RecountedLog.Agreeing(text.ToString(), MeasurementDefinition.Of(Norm.Dnma) with { CustomDimensions = custom.Split(',') });
        }
    }

    /// <summary>More hits than a chunk, a partition in runs, two threads: every hit comes to SQL once.</summary>
    [Fact]
    public async Task Spilled_runs()
    {
        var text = new StringBuilder(Header);
        for (var hit = 0; hit < 9_000; hit++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{1_662_357_600_000L + (hit * 1_000L)},p{hit % 7},,0010024W,,notes,,,,,page,{hit % 100},\n");
        }

        var outcome = await RecountedLog.Agreeing(text.ToString(), MeasurementDefinition.Of(Norm.Dnma), options => options with { Threads = 2, HitBytes = 4096 });
        Assert.Equal(9_000, outcome.Hits);
    }

    [Fact]
    public async Task Neither_a_shard_nor_a_merge_is_recounted()
    {
        using var folder = new TemporaryFolder();
        await using var engine = AudienceEngine.Create(options => options with { Recount = RecountScope.Sample, Secret = new byte[] { 1 } });
        var error = await Assert.ThrowsAsync<EngineException>(() => engine.MeasureShardAsync(HitLog.Stream("hits.csv", new MemoryStream()), null, new VisitorShard(1, 2), Path.Combine(folder.Path, "one")));
        Assert.Equal((ErrorId.InvalidOption, true), (error.Id, error.Message.Contains("a shard is not recounted", StringComparison.Ordinal)));
        error = await Assert.ThrowsAsync<EngineException>(() => engine.MergeAsync(["one", "two"]));
        Assert.Equal((ErrorId.InvalidOption, true), (error.Id, error.Message.Contains("a merge is not recounted", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(RecountScope.Sample, 0)]
    [InlineData((RecountScope)9, 1)]
    public void Options_without_sense_are_refused(RecountScope scope, int hits) =>
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => AudienceEngine.Create(options => options with { Recount = scope, RecountHits = hits })).Id);

    [Fact]
    public async Task The_published_bytes_are_the_same_with_and_without()
    {
        var csv = Header + string.Concat(Enumerable.Range(0, 50).Select(hit => $"{1_662_357_600_000L + (hit * 100_000L)},a{hit % 3},,0010024W,eleve,notes,,,,,page,,\n"));
        var with = await RecountedLog.Measure(csv, MeasurementDefinition.Of(Norm.Dnma));
        var without = await RecountedLog.Measure(csv, MeasurementDefinition.Of(Norm.Dnma), options => options with { Recount = RecountScope.None });
        Assert.True(with.Recount!.Agrees);
        Assert.Equal(MeasuredFiles.All(without), MeasuredFiles.All(with));
        Assert.Equal(without.Certificate.Laws, with.Certificate.Laws);
    }

    /// <summary>Time and its rounding are no part of what two recounts have in common.</summary>
    [Fact]
    public async Task How_long_it_took_does_not_make_a_difference()
    {
        var outcome = await RecountedLog.Agreeing(Header, MeasurementDefinition.Of(Norm.Dnma));
        Assert.Equal(outcome, outcome with { Seconds = 1_000_000 });
        Assert.NotEqual(outcome, outcome with { Cells = 1 });
        Assert.NotEqual(outcome, outcome with { Differences = [new RecountDifference("cell", "visits", 1, 2)] });
    }
}
