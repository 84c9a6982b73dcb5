using System.Text;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Partials;

/// <summary>A log measured shard by shard, by engines that share nothing but the secret, and its published files beside those of one process.</summary>
internal static class ShardedRun
{
    public static readonly byte[] Secret = "one secret for all shards"u8.ToArray();

    /// <summary>Measures every shard into <c>shard-i-of-n.dnma</c> of a folder.</summary>
    public static async Task<string[]> WriteShards(
        TemporaryFolder folder, Func<HitLog> log, MeasurementDefinition definition, int count, Func<int, EngineOptions, EngineOptions>? options = null)
    {
        var paths = new string[count];
        for (var index = 1; index <= count; index++)
        {
            paths[index - 1] = Path.Combine(folder.Path, $"shard-{index}-of-{count}.dnma");
            await WriteShard(paths[index - 1], log(), definition, new VisitorShard(index, count), engine => options?.Invoke(index, engine) ?? engine);
        }

        return paths;
    }

    public static async Task<PartialMeasurement> WriteShard(
        string path, HitLog log, MeasurementDefinition definition, VisitorShard shard, Func<EngineOptions, EngineOptions>? options = null)
    {
        await using var engine = AudienceEngine.Create(given => options?.Invoke(given with { Secret = Secret }) ?? given with { Secret = Secret });
        return await engine.MeasureShardAsync(log, definition, shard, path, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Merges files, in an engine that knows no secret.</summary>
    public static async Task<Measurement> Merge(IEnumerable<string> paths, MeasurementDefinition definition)
    {
        await using var engine = AudienceEngine.Create();
        return await engine.MergeAsync(paths, definition, cancellationToken: TestContext.Current.CancellationToken);
    }

    public static async Task<Measurement> Whole(HitLog log, MeasurementDefinition definition)
    {
        await using var engine = AudienceEngine.Create(options => options with { Threads = 1 });
        return await engine.MeasureAsync(log, definition, cancellationToken: TestContext.Current.CancellationToken);
    }

    public static HitLog Csv(string text) => HitLog.Stream("hits.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)));

    /// <summary>Every published file by name; of <c>certificate.json</c> the certified part alone.</summary>
    public static async Task<SortedDictionary<string, string>> Published(Measurement measurement)
    {
        using var folder = new TemporaryFolder();
        var files = await measurement.PublishAsync(folder.Path, TestContext.Current.CancellationToken);
        Assert.Equal(13, files.Count);
        return new SortedDictionary<string, string>(files.ToDictionary(file => file.Name, file => Certified(File.ReadAllText(Path.Combine(folder.Path, file.Name)))), StringComparer.Ordinal);
    }

    /// <summary>Fails at the first line in which two publications differ.</summary>
    public static void AssertSame(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual, Func<string> how)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (name, text) in expected.Where(file => file.Value != actual[file.Key]))
        {
            var (one, two) = (text.Split('\n'), actual[name].Split('\n'));
            Assert.Fail($"{name}\n- {string.Join("\n- ", one.Except(two).Take(5))}\n+ {string.Join("\n+ ", two.Except(one).Take(5))}\n{how()}");
        }
    }

    private static string Certified(string text)
    {
        var run = text.IndexOf("\n  \"run\": {", StringComparison.Ordinal);
        return run < 0 ? text : text[..run];
    }
}
