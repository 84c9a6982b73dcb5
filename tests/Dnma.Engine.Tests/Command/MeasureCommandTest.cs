using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Oracle;

namespace Dnma.Engine.Tests.Command;

/// <summary>
/// <c>samples/measure.cs</c> as a newcomer runs it: exit statuses, the one line of an error, the files, and that no identifier comes out.
/// Expected figures are those of the fixtures, which the naive oracle made.
/// </summary>
public sealed partial class MeasureCommandTest : IDisposable
{
    private const string Header = "instant,visitor";

    private static readonly string[] Files =
    [
        "certificate.json", "certificate.md", "controls.csv", "controls.json", "dashboard.html", "events.csv", "fr-en-dnma-par-uai-appareils.csv",
        "fr-en-dnma-par-uai-profils-appareils.csv", "fr-en-dnma-par-uai-profils.csv", "fr-en-dnma-par-uai-services.csv", "indicators.csv",
        "rates.csv", "rejects.csv",
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_arguments_it_measures_the_fixture_day()
    {
        var run = await Run();
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(Expected("measure/demo-day", "dnma", "indicators.csv"), Out("indicators.csv"));
        var total = Out("indicators.csv").Split('\n').Single(line => line.StartsWith("all,2022-09-05,national,FR,total,total,", StringComparison.Ordinal)).Split(',');
        Assert.Matches($@"\| total +\| +{Grouped(total[6])} \| +{Grouped(total[7])} \| +{Grouped(total[8])} \|", run.Output);
        Assert.Equal(Files, Written());
        Assert.All(Files, file => Assert.Contains(file, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no such file", "nofile.csv")]
    [InlineData("no file matches", "*.none")]
    [InlineData("there is no such option", "--nope")]
    [InlineData("not a norm", "h.csv", "--norm", "xiti")]
    [InlineData("not a format", "h.csv", "--format", "xml")]
    [InlineData("not a format", "h.csv", "--format", "1")]
    [InlineData("not a date", "h.csv", "--from", "2022-13-01")]
    [InlineData("not a date", "h.csv", "--to", "05/09/2022")]
    [InlineData("holds no day", "h.csv", "--from", "2022-09-06", "--to", "2022-09-06")]
    [InlineData("no school week", "h.csv", "--school-week", "2022:1")]
    [InlineData("no school week", "h.csv", "--school-week", "2022:1:3")]
    [InlineData("knows no week 99", "h.csv", "--school-week", "2022:99:B")]
    [InlineData("days are given twice", "h.csv", "--school-week", "2022:1:B", "--from", "2022-09-01")]
    [InlineData("days are given twice", "h.csv", "--school-year", "2022", "--school-week", "2022:1:B")]
    [InlineData("no year that hits are from", "h.csv", "--school-year", "22")]
    [InlineData("none of them", "h.csv", "--periods", "day,hour")]
    [InlineData("none of them", "h.csv", "--levels", "canton")]
    [InlineData("none is asked for", "h.csv", "--levels", ",")]
    [InlineData("not an IANA zone", "h.csv", "--time-zone", "Mars/Utopia")]
    [InlineData("'x' for option '--threads'", "h.csv", "--threads", "x")]
    [InlineData("0 is not between 1 and 256", "h.csv", "--threads", "0")]
    [InlineData("not a number of bytes", "h.csv", "--memory", "much")]
    [InlineData("less than the 64 MiB", "h.csv", "--memory", "1MiB")]
    [InlineData("\"all\" is nobody", "h.csv", "--recount", "all")]
    [InlineData("a shard is not recounted", "h.csv", "--recount", "full", "--shard", "1/2")]
    [InlineData("a merge is not recounted", "h.csv", "--recount", "sample", "--merge")]
    [InlineData("Required argument missing", "h.csv", "--out")]
    [InlineData("at most 4", "h.csv", "--custom", "a,b,c,d,e")]
    [InlineData("the secret cannot be read", "h.csv", "--secret-file", "none.key")]
    [InlineData("the secret is empty", "h.csv", "--secret-file", "newline.key")]
    [InlineData("identifiant_de_l_etablissement", "h.csv", "--establishments", "h.csv")]
    [InlineData("structure", "h.csv", "--structures", "h.csv")]
    [InlineData("cannot be decided", "prose.txt")]
    [InlineData("this is not Parquet", "h.csv", "--format", "parquet")]
    [InlineData("none of 2 records is a hit (2 bad-instant)", "rejected.csv")]
    [InlineData("cannot be written", "anonymous.csv", "--out", "h.csv")]
    [InlineData("coverage: a disclosure threshold withholds figures", "nofile.csv", "--coverage", "--threshold", "5")]
    public async Task What_cannot_be_done_is_one_line_and_status_1(string said, params string[] arguments)
    {
        Write("h.csv", Header + "\n");
        Write("newline.key", "\n");
        Write("prose.txt", "Bonjour,\nà demain.\n");
        Write("rejected.csv", Header + "\nyesterday,a\ntoday,b\n");
        Write("anonymous.csv", Header + "\n2022-09-05T08:00:00Z,\n");
        var run = await Run(arguments);
        Assert.Equal((1, ""), (run.Status, run.Output));
        Assert.StartsWith("measure: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Empty(Written());
    }

    [Theory]
    [InlineData("the input holds no hit", Header + "\n")]
    [InlineData("the input holds no hit", "")]
    [InlineData("every hit was excluded", Header + "\n2022-09-05T08:00:00Z,\n")]
    public async Task An_input_without_countable_hits_is_measured_with_a_warning(string warning, string content)
    {
        Write("h.csv", content);
        var run = await Run("h.csv");
        Assert.Equal(0, run.Status);
        Assert.Contains($"warning: {warning}", run.Error, StringComparison.Ordinal);
        Assert.Equal(Files, Written());
        Assert.All(Files.Where(file => file.EndsWith(".csv", StringComparison.Ordinal)), file => Assert.Equal(1, Out(file).Count(character => character == '\n')));
    }

    [Fact]
    public async Task A_truncated_gzip_counts_its_whole_records_and_says_so()
    {
        // Stored blocks: what is before the cut can be read, so that the records that must count are known.
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Header + "\n2022-09-05T08:00:00Z,a\n2022-09-05T08:00:10Z,a\n2022-09-05T08:00:20Z,b\n"));
        }

        File.WriteAllBytes(In("cut.csv.gz"), packed.ToArray()[..^16]);
        var run = await Run("cut.csv.gz", "--json");
        Assert.Equal(0, run.Status);
        Assert.Equal((1, 2), (Int(run, "visits"), Int(run, "hits")));
        Assert.Contains("truncated", string.Join('\n', Json(run).GetProperty("warnings").EnumerateArray().Select(one => one.GetString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_replaces_the_files_and_leaves_nothing_else()
    {
        Assert.Equal(0, (await Run(Fixture("ingest/demo-csv", "hits.csv"))).Status);
        Write("out/mine.txt", "kept");
        Write("h.csv", Header + "\n2022-09-05T08:00:00Z,a\n");
        Assert.Equal(0, (await Run("h.csv")).Status);
        Assert.Equal([.. Files[..11], "mine.txt", .. Files[11..]], Written());
        Assert.Contains("all,2022-09-05,national,FR,total,total,1,1,1,1,0,0,1,1\n", Out("indicators.csv"), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(In("out"), ".*"));
    }

    [Fact]
    public async Task A_failed_run_leaves_the_earlier_files_alone()
    {
        Write("h.csv", Header + "\n2022-09-05T08:00:00Z,a\n");
        _ = await Run("h.csv");
        var before = Out("certificate.json");
        Write("h.csv", Header + "\nnever,a\n");
        Assert.Equal(1, (await Run("h.csv")).Status);
        Assert.Equal(before, Out("certificate.json"));
    }

    [Theory]
    [InlineData("--periods", "week,day", 0, "day", "week")]
    [InlineData("--periods", "all", 0, "all")]
    [InlineData("--levels", "national", 2, "national")]
    [InlineData("--levels", "establishment,academy", 2, "academy", "establishment")]
    public async Task Periods_and_levels_restrict_without_changing_a_byte(string option, string list, int column, params string[] kept)
    {
        var run = await Run(Fixture("measure/demo-week", "hits.log.gz"), "--establishments", Fixture("measure/demo-week", "annuaire.csv"), option, list);
        Assert.Equal(0, run.Status);
        var whole = Expected("measure/demo-week", "dnma", "indicators.csv").Split('\n');
        Assert.Equal(whole.Where((line, index) => index == 0 || line.Length == 0 || kept.Contains(line.Split(',')[column])), Out("indicators.csv").Split('\n'));
        Assert.Equal(Expected("measure/demo-week", "dnma", "fr-en-dnma-par-uai-services.csv"), Out("fr-en-dnma-par-uai-services.csv"));
    }

    [Theory]
    [InlineData("dnma")]
    [InlineData("acpm")]
    [InlineData("piano")]
    [InlineData("matomo")]
    public async Task From_and_to_are_half_open_local_days_under_every_norm(string norm)
    {
        var fixture = FixtureCatalogue.Get("indicators/boundary-range");
        var run = await Run(Fixture("indicators/boundary-range", "hits.csv"), "--from", fixture.From!, "--to", fixture.To!, "--norm", norm);
        Assert.Equal(0, run.Status);
        Assert.Equal(Expected("indicators/boundary-range", norm, "indicators.csv"), Out("indicators.csv"));
    }

    [Fact]
    public async Task Standard_input_a_folder_a_glob_and_files_give_the_same_bytes()
    {
        var lines = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Fixture("ingest/demo-smarttag-log", "hits.log"))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Write("logs/b/1.log", string.Join('\n', lines[..20]) + "\n");
        Write("logs/2.log", string.Join('\n', lines[20..]) + "\n");
        var expected = Expected("ingest/demo-smarttag-log", "dnma", "indicators.csv");
        string[] references = ["--establishments", Fixture("ingest/demo-smarttag-log", "annuaire.csv")];
        foreach (string[] inputs in new string[][] { ["logs"], ["logs/**/*.log"], ["logs/2.log", "logs/b/1.log"], ["-"] })
        {
            var run = await Run(inputs is ["-"] ? Encoding.UTF8.GetBytes(string.Join('\n', lines)) : null, [.. inputs, .. references]);
            Assert.Equal((0, ""), (run.Status, run.Error));
            Assert.Equal(expected, Out("indicators.csv"));
        }
    }

    [Fact]
    public async Task Json_is_one_object_and_nothing_else()
    {
        var run = await Run("--json", "--out", "elsewhere/deep");
        var json = Json(run);
        var total = Expected("measure/demo-day", "dnma", "indicators.csv").Split('\n').Single(line => line.StartsWith("all,2022-09-05,national,FR,total,total,", StringComparison.Ordinal)).Split(',');
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(total[6..12], new[] { "visits", "users", "page_views", "hits", "duration_ms", "timed_visits" }.Select(name => json.GetProperty(name).GetRawText()));
        Assert.Equal(("dnma", "2022-09-05", "2022-09-06", true), (json.GetProperty("norm").GetString(), json.GetProperty("from").GetString(), json.GetProperty("to").GetString(), json.GetProperty("laws_hold").GetBoolean()));
        Assert.Equal(Int(run, "read"), Int(run, "rejected") + Int(run, "merged") + Int(run, "excluded") + Int(run, "qualified"));
        Assert.Equal(Files, json.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(In("elsewhere/deep/indicators.csv")));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("perimeter").ValueKind);
        Assert.Equal("academy=18,25 sector=PU", Json(await Run("--json", "--only", "sector=PU", "--only", "academy=25,18")).GetProperty("perimeter").GetString());
    }

    [Fact]
    public async Task Findings_are_told_as_they_stand_in_the_file()
    {
        var rows = new Func<string[][]>(() => [.. Out("controls.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))]);
        var text = (await Run()).Output.Split('\n');
        var grave = rows().Where(row => row[2] is "warning" or "alarm").GroupBy(row => (Severity: row[2], Control: row[0])).ToArray();
        Assert.NotEmpty(grave);
        Assert.All(grave, same => Assert.Single(text, line => line.StartsWith($"  {same.Key.Severity}: {same.Key.Control}, {same.First()[3]} {same.First()[4]}", StringComparison.Ordinal)));
        Assert.Equal(grave.Length, text.Count(line => line.StartsWith("  warning: ", StringComparison.Ordinal) || line.StartsWith("  alarm: ", StringComparison.Ordinal)));

        var json = Json(await Run("--json")).GetProperty("findings");
        Assert.All(new[] { "notice", "warning", "alarm" }, severity => Assert.Equal(rows().Count(row => row[2] == severity), json.GetProperty(severity).GetInt32()));
    }

    [Fact]
    public async Task Threads_memory_and_key_never_show_in_a_figure()
    {
        Write("key", "a secret of a school year\n");
        var run = await Run("--threads", "1", "--memory", "64MiB", "--secret-file", "key");
        Assert.Equal(0, run.Status);
        Assert.Equal(Expected("measure/demo-day", "dnma", "indicators.csv"), Out("indicators.csv"));
        Assert.DoesNotContain("a secret of a school year", string.Concat(Files.Select(Out)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_identifier_comes_out()
    {
        await using var file = File.OpenRead(Fixture("measure/demo-day", "hits.log.gz"));
        using var log = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var text = await log.ReadToEndAsync(TestContext.Current.CancellationToken);
        var secrets = Identifier().Matches(text).Select(match => match.Groups[1].Value)
            .Concat(Address().Matches(text).Select(match => match.Value))
            .Where(value => value.Length >= 8).ToHashSet();
        Assert.True(secrets.Count > 1000, $"{secrets.Count} identifiers");

        var run = await Run();
        var said = run.Output + run.Error + string.Concat(Files.Select(Out));
        var words = Word().Matches(said).Concat(Address().Matches(said)).Select(match => match.Value).ToHashSet();
        words.IntersectWith(secrets);
        Assert.Empty(words);
    }

    [Fact]
    public async Task Help_and_version_are_asked_for_without_measuring()
    {
        var help = await Run("--help");
        Assert.Equal((0, ""), (help.Status, help.Error));
        Assert.Contains("Examples:", help.Output, StringComparison.Ordinal);
        Assert.Contains("Exit status:", help.Output, StringComparison.Ordinal);
        var version = await Run("--version");
        Assert.Equal(0, version.Status);
        Assert.StartsWith("0.1.0", version.Output, StringComparison.Ordinal);
        Assert.Empty(Written());
    }

    private Task<SampleRun> Run(params string[] arguments) => Run(null, arguments);

    private Task<SampleRun> Run(byte[]? input, string[] arguments) => SampleProgram.RunAsync("measure", _folder.Path, input, arguments);

    private string In(string name) => Path.Combine(_folder.Path, name);

    private string Out(string name) => File.ReadAllText(In($"out/{name}"));

    private string[] Written() =>
        Directory.Exists(In("out")) ? [.. Directory.EnumerateFileSystemEntries(In("out")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.WriteAllText(In(name), content);
    }

    private static string Fixture(string id, string file) => FixtureCatalogue.Get(id).PathOf(file);

    private static string Expected(string id, string norm, string file) => File.ReadAllText(Fixture(id, $"{norm}/expected-{file}"));

    private static string Grouped(string digits) => digits.Length > 3 ? $"{digits[..^3]} {digits[^3..]}" : digits;

    private static JsonElement Json(SampleRun run) => JsonDocument.Parse(run.Output).RootElement;

    private static long Int(SampleRun run, string name) => Json(run).GetProperty(name).GetInt64();

    [GeneratedRegex("[?&](?:at|idclient|uid|_id)=([0-9A-Za-z-]+)")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\b\d{1,3}(?:\.\d{1,3}){3}\b")]
    private static partial Regex Address();

    [GeneratedRegex("[0-9A-Za-z-]{8,}")]
    private static partial Regex Word();
}
