using System.Text.Json;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Command;

/// <summary><c>--shard</c> and <c>--merge</c> as several processes run them.</summary>
public sealed class ShardCommandTest : IDisposable
{
    private static readonly Fixture Week = FixtureCatalogue.Get("measure/demo-week");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Processes_that_share_a_log_publish_what_one_process_does()
    {
        _folder.Write("key", "a secret of a school year\n"u8);
        string[] references = ["--establishments", Week.PathOf("annuaire.csv")];
        var shards = await Task.WhenAll(Enumerable.Range(1, 3).Select(index => Run(
            [Week.PathOf("hits.log.gz"), .. references, "--secret-file", "key", "--shard", $"{index}/3", "--out", "shards", "--threads", $"{index}"])));
        Assert.All(shards, run => Assert.Equal((0, ""), (run.Status, run.Error)));
        Assert.All(shards, run => Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["shard-1-of-3.dnma", "shard-2-of-3.dnma", "shard-3-of-3.dnma"], Names("shards"));

        var merged = await Run(["--merge", "shards", .. references, "--out", "merged"]);
        var whole = await Run([Week.PathOf("hits.log.gz"), .. references, "--out", "whole"]);
        Assert.Equal((0, ""), (merged.Status, merged.Error));
        Assert.Equal(File.ReadAllText(Week.PathOf("dnma/expected-indicators.csv")), Text("merged/indicators.csv"));
        Assert.Equal(13, Names("merged").Length);
        Assert.Equal(Names("whole"), Names("merged"));
        Assert.All(Names("whole"), name => Assert.Equal(Certified($"whole/{name}"), Certified($"merged/{name}")));
        Assert.Equal(whole.Output.Replace("In whole:", "In merged:", StringComparison.Ordinal), merged.Output);
    }

    [Fact]
    public async Task A_shard_says_what_it_holds()
    {
        _folder.Write("key", "k"u8);
        _folder.Write("h.csv", "instant,visitor\n2022-09-05T08:00:00Z,a\n2022-09-05T09:00:00Z,a\n2022-09-05T09:00:00Z,\n"u8);
        var run = await Run(["h.csv", "--secret-file", "key", "--shard", "1/1", "--json"]);
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(("1/1", 3, 3, 2), (json.GetProperty("shard").GetString(), json.GetProperty("hits").GetInt64(), json.GetProperty("hits_of_all_shards").GetInt64(), json.GetProperty("visits").GetInt64()));
        Assert.Equal(Path.Combine("out", "shard-1-of-1.dnma"), json.GetProperty("file").GetString());
        Assert.Equal(["shard-1-of-1.dnma"], Names("out"));
    }

    [Theory]
    [InlineData("give every shard the same secret", "h.csv", "--shard", "1/2")]
    [InlineData("is not a shard", "h.csv", "--secret-file", "key", "--shard", "half")]
    [InlineData("there is no shard 3 of 2", "h.csv", "--secret-file", "key", "--shard", "3/2")]
    [InlineData("ask for one of them", "--merge", "h.csv", "--secret-file", "key", "--shard", "1/2")]
    [InlineData("none is named", "--merge")]
    [InlineData("none is named", "--merge", "empty")]
    [InlineData("does not begin as one", "--merge", "h.csv")]
    [InlineData("cannot be read", "--merge", "none.dnma")]
    public async Task What_cannot_be_done_is_one_line_and_status_1(string said, params string[] arguments)
    {
        _folder.Write("key", "k"u8);
        _folder.Write("h.csv", "instant,visitor\n2022-09-05T08:00:00Z,a\n2022-09-05T09:00:00Z,b\n"u8);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        var run = await Run(arguments);
        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.StartsWith("measure: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "out")));
    }

    private Task<SampleRun> Run(string[] arguments) => SampleProgram.RunAsync("measure", _folder.Path, null, arguments);

    private string[] Names(string folder) => [.. Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private string Text(string name) => File.ReadAllText(Path.Combine(_folder.Path, name));

    /// <summary>The whole file; of <c>certificate.json</c> what stands before the circumstances of the run.</summary>
    private string Certified(string name) => Text(name).Split("\n  \"run\": {")[0];
}
