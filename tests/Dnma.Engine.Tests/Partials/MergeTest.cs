using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Measurements;
using Dnma.Engine.Tests.Oracle;
using Dnma.Engine.Visits;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Partials;

/// <summary>Shards merged are what one process measures, to the last byte of every file.</summary>
public class MergeTest
{
    private static readonly OracleNorm[] Norms = Enum.GetValues<OracleNorm>();

    [Property(MaxTest = 60, Arbitrary = [typeof(HostileLogs)])]
    public async Task Into_how_many_shards_a_log_is_divided_never_shows(HostileLog log, int seed)
    {
        var random = new Random(seed);
        var norm = Norms[random.Next(Norms.Length)];
        var count = random.Next(1, 8);
        using var folder = new TemporaryFolder();
        var definition = MeasuredFiles.Definition(norm, log);
        HitLog Log() => ShardedRun.Csv(log.Csv());
        var paths = await ShardedRun.WriteShards(folder, Log, definition, count, (_, options) => options with
        {
            Threads = random.Next(1, 4),
            BlockBytes = random.Next(64, 2000),
            PartitionBits = random.Next(0, 4),
            HitBytes = random.Next(1, 3000),
        });
        random.Shuffle(paths);
        var merged = await ShardedRun.Merge(paths, definition);
        var expected = await ShardedRun.Published(await ShardedRun.Whole(Log(), definition));
        ShardedRun.AssertSame(expected, await ShardedRun.Published(merged), () => $"{norm} {count} shards\n{log}");
        Assert.Empty(merged.Certificate.Verify());
    }

    public static TheoryData<string, string, int> Fixtures()
    {
        var runs = new TheoryData<string, string, int>();
        foreach (var fixture in FixtureCatalogue.All())
        {
            foreach (var run in fixture.Runs)
            {
                runs.Add(fixture.Id, run.Norm, 2 + (fixture.Id.Length % 3));
            }
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task A_fixture_in_shards_gives_the_files_of_the_oracle(string id, string norm, int count)
    {
        var fixture = FixtureCatalogue.Get(id);
        var definition = await GoldenTest.DefinitionOf(fixture, norm);
        HitLog Log() => HitLog.Files(fixture.Inputs.Select(input => fixture.PathOf(input.Path)));
        using var folder = new TemporaryFolder();
        var merged = await ShardedRun.Merge(await ShardedRun.WriteShards(folder, Log, definition, count), definition);
        var published = await ShardedRun.Published(merged);
        foreach (var expected in fixture.Runs.Single(run => run.Norm == norm).Expected)
        {
            if (published.TryGetValue(Path.GetFileName(expected.Path)["expected-".Length..], out var text) && !expected.Path.EndsWith("rejects.csv", StringComparison.Ordinal))
            {
                Assert.Equal(await File.ReadAllTextAsync(fixture.PathOf(expected.Path), TestContext.Current.CancellationToken), text);
            }
        }

        ShardedRun.AssertSame(await ShardedRun.Published(await ShardedRun.Whole(Log(), definition)), published, () => id);
    }

    [Fact]
    public async Task Custom_dimensions_and_events_are_merged_by_their_labels()
    {
        var text = new StringBuilder("instant,visitor,uai,kind,page,matiere,salle\n");
        for (var i = 0; i < 200; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2022-09-0{1 + (i % 9)}T10:{i % 60:00}:00+02:00,p{i % 37},0010024W,{(i % 3 == 0 ? "event" : "page")},label {i % 11},m{i % 13},{(i % 4 == 0 ? "" : $"s{i % 5}")}\n");
        }

        var definition = new MeasurementDefinition { CustomDimensions = ["matiere", "salle"] };
        HitLog Log() => ShardedRun.Csv(text.ToString());
        using var folder = new TemporaryFolder();
        var merged = await ShardedRun.Merge(await ShardedRun.WriteShards(folder, Log, definition, 5), definition);
        Assert.Equal(13, merged.National(Dimension.Custom("matiere")).Count);
        Assert.Equal(37, merged.NationalTotal?.Users);
        Assert.NotEmpty(merged.Events);
        ShardedRun.AssertSame(await ShardedRun.Published(await ShardedRun.Whole(Log(), definition)), await ShardedRun.Published(merged), () => "");
    }

    [Fact]
    public async Task Every_hit_is_in_one_shard_and_those_of_nobody_in_the_first()
    {
        var text = "instant,visitor\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"2022-09-05T10:00:00+02:00,{(i < 7 ? "" : $"p{i}")}\n"));
        using var folder = new TemporaryFolder();
        var partials = new List<PartialMeasurement>();
        for (var index = 1; index <= 3; index++)
        {
            partials.Add(await ShardedRun.WriteShard(Path.Combine(folder.Path, $"{index}"), ShardedRun.Csv(text), new MeasurementDefinition(), new VisitorShard(index, 3)));
        }

        Assert.All(partials, partial => Assert.Equal(40, partial.HitsOfAllShards));
        Assert.Equal((40, 33), (partials.Sum(partial => partial.Hits), partials.Sum(partial => partial.Visits)));
        Assert.Equal([7, 0, 0], partials.Select(partial => partial.Hits - partial.Visits));
        Assert.All(partials, partial => Assert.InRange(partial.Visits, 1, 32));
    }

    [Fact]
    public async Task A_person_on_browsers_of_all_shards_is_one_user()
    {
        var text = "instant,visitor,client,uai,service\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"2022-09-05T10:{i:00}:00+02:00,p{i % 2},browser{i},00{10 + (i % 3)}024W,s{i % 4}\n"));
        var definition = MeasurementDefinition.Of(Norm.Piano);
        using var folder = new TemporaryFolder();
        var merged = await ShardedRun.Merge(await ShardedRun.WriteShards(folder, () => ShardedRun.Csv(text), definition, 7), definition);
        Assert.Equal((60, 2), (merged.NationalTotal?.Visits, merged.NationalTotal?.Users));
        Assert.All(merged.National(Dimension.Service), row => Assert.Equal((15, 1), (row.Visits, row.Users)));
        Assert.Empty(merged.Certificate.Verify());
    }

    [Fact]
    public async Task A_person_of_more_marks_than_are_kept_at_once_loses_none()
    {
        // Some of them twice, so that there is something to leave out before the last one is there.
        var text = new StringBuilder("instant,visitor,client,kind,page\n");
        for (var i = 0; i < 70_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{1_662_364_800_000 + (i * 7L)},a,b{i % 50},event,label {i % 67_001}\n");
        }

        var definition = MeasurementDefinition.Of(Norm.Piano) with { Levels = [TerritoryLevel.National] };
        using var folder = new TemporaryFolder();
        var merged = await ShardedRun.Merge(await ShardedRun.WriteShards(folder, () => ShardedRun.Csv(text.ToString()), definition, 1), definition);
        var labels = merged.Events.Where(row => row.Period == Engine.Time.PeriodKind.All).ToArray();
        Assert.Equal((67_001, 70_000L), (labels.Length, labels.Sum(row => row.Events)));
        Assert.All(labels, row => Assert.Equal(1, row.Users));
    }

    [Theory]
    [InlineData("instant,visitor\n")]
    [InlineData("instant,visitor\n2022-09-05T08:00:00Z,\n")]
    [InlineData("instant,visitor\n2022-09-05T08:00:00Z,a\nyesterday,b\n")]
    public async Task Logs_that_leave_shards_empty_are_measured(string text)
    {
        var definition = new MeasurementDefinition();
        using var folder = new TemporaryFolder();
        var merged = await ShardedRun.Merge(await ShardedRun.WriteShards(folder, () => ShardedRun.Csv(text), definition, 4), definition);
        ShardedRun.AssertSame(await ShardedRun.Published(await ShardedRun.Whole(ShardedRun.Csv(text), definition)), await ShardedRun.Published(merged), () => text);
    }

    [Fact]
    public async Task The_same_hits_make_the_same_file()
    {
        var fixture = FixtureCatalogue.Get("measure/demo-day");
        var definition = await GoldenTest.DefinitionOf(fixture, "dnma");
        using var folder = new TemporaryFolder();
        var files = new List<byte[]>();
        foreach (var threads in new[] { 1, 3 })
        {
            var path = Path.Combine(folder.Path, $"{threads}");
            await ShardedRun.WriteShard(
                path,
                HitLog.Files(fixture.Inputs.Select(input => fixture.PathOf(input.Path))),
                definition,
                new VisitorShard(2, 3),
                options => options with { Threads = threads, BlockBytes = 5000 / threads, PartitionBits = threads });
            files.Add(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        }

        Assert.Equal(files[0], files[1]);
    }

    [Fact]
    public async Task The_run_says_that_it_was_merged_and_progress_reaches_every_byte()
    {
        var definition = new MeasurementDefinition();
        using var folder = new TemporaryFolder();
        var paths = await ShardedRun.WriteShards(folder, () => ShardedRun.Csv("instant,visitor\n2022-09-05T08:00:00Z,a\n"), definition, 2);
        var reports = new List<MeasurementProgress>();
        await using var engine = AudienceEngine.Create();
        var merged = await engine.MergeAsync(paths, definition, new Recorder(reports), TestContext.Current.CancellationToken);
        Assert.Contains(new("merged-shards", "2"), merged.Certificate.Run);
        Assert.Contains(new("pseudonym-key", "given by the caller"), merged.Certificate.Run);
        var bytes = paths.Sum(path => new FileInfo(path).Length);
        Assert.Equal([(MeasurementStage.Reading, 0, paths[0]), (MeasurementStage.Reading, new FileInfo(paths[0]).Length, paths[1]), (MeasurementStage.Counting, bytes, ""), (MeasurementStage.Publishing, bytes, "")], reports.Select(report => (report.Stage, report.BytesRead, report.Subject)));
        Assert.All(reports, report => Assert.Equal(bytes, report.BytesTotal));
    }

    private sealed class Recorder(List<MeasurementProgress> reports) : IProgress<MeasurementProgress>
    {
        public void Report(MeasurementProgress value) => reports.Add(value);
    }
}
