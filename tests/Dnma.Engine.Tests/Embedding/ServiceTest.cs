using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Embedding;

/// <summary>The sample service over HTTP on the loopback: every accepted hit counts once, and nobody's id is on its disk or in its log.</summary>
public sealed class ServiceTest : IDisposable
{
    private const string Header = "instant,visitor,uai,profile,service,page";
    private static readonly string[] Profiles = ["ELEVE", "PARENT", "ENSEIGNANT", ""];
    private readonly TemporaryFolder _folder = new();

    public ServiceTest() => _folder.Write("key", "the key of the service's test\n"u8);

    public void Dispose() => _folder.Dispose();

    private string Spool => Path.Combine(_folder.Path, "spool");

    [Fact]
    public async Task Under_concurrent_load_figures_are_those_of_the_same_hits_in_a_file()
    {
        var lines = Lines(6000);
        await using var service = await Start();
        using var load = new SemaphoreSlim(16);
        var batches = lines.Chunk(150).ToArray();
        var accepted = await Task.WhenAll(batches.Select(async (batch, i) =>
        {
            await load.WaitAsync();
            try
            {
                if (i % 5 == 0)
                {
                    // Figures asked for meanwhile are of what is there by then, and disturb nothing.
                    using var _ = await service.Client.GetAsync("/indicators?from=2022-09-05&to=2022-09-12");
                }

                return await Post(service, batch, i % 2 == 0);
            }
            finally
            {
                _ = load.Release();
            }
        }));
        Assert.Equal(lines.Length, accepted.Sum());

        // A batch that is sent again, as by a client that got no answer, changes nothing.
        Assert.Equal(150, await Post(service, batches[3], isCsv: false));
        await AssertFigures(service, lines);
        Assert.All(Directory.EnumerateFiles(Spool), path => Assert.DoesNotContain("marie", File.ReadAllText(path), StringComparison.Ordinal));
        Assert.DoesNotContain("marie", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_survives_a_crash_and_a_torn_line_is_nobody_s()
    {
        var lines = Lines(400);
        await using (var service = await Start())
        {
            Assert.Equal(200, await Post(service, lines[..200], isCsv: true));
        }

        var day = Directory.EnumerateFiles(Spool).First();
        File.AppendAllText(day, "2022-09-05T10:00:00.0000000+00:00,tor");
        await using var again = await Start();
        Assert.Equal(200, await Post(again, lines[200..], isCsv: true));
        await AssertFigures(again, lines);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_of_it_is_taken()
    {
        await using var service = await Start();
        async Task<(int, string)> Send(string text, string type = "text/csv")
        {
            using var answer = await service.Client.PostAsync("/hits", new StringContent(text, Encoding.UTF8, type));
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        // Who asks first is told no before a large body is sent, and not by a broken connection.
        service.Client.DefaultRequestHeaders.ExpectContinue = true;
        var hit = "2022-09-05T10:00:00Z,marie,0450822X,,,\n";
        foreach (var (status, words, answer) in new[]
        {
            (400, "line 3: BadInstant", await Send($"{Header}\n{hit}never,marie,,,,\n")),
            (400, "MissingInstant", await Send("{\"visitor\":\"marie\"}\n", "application/x-ndjson")),
            (400, "ends with a line feed", await Send($"{Header}\n{hit}2022-09-05T10:00:00Z,mar")),
            (400, "batch:", await Send("nothing that is a table\n")),
            (400, "before 2005", await Send($"{Header}\n1999-01-01T00:00:00Z,marie,,,,\n")),
            (415, "text/csv", await Send("{}", "application/json")),
            (413, "", await Send(Header + "\n" + new string('x', 5 << 20))),
        })
        {
            Assert.Equal(status, answer.Item1);
            Assert.Contains(words, answer.Item2, StringComparison.Ordinal);
            Assert.DoesNotContain("marie", answer.Item2, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/indicators?from=2022-09-12&to=2022-09-05", "/indicators?from=0001-01-01&to=9999-12-31", "/indicators?from=soon&to=2022-09-05", "/indicators?from=2022-09-05&to=2022-09-06&level=planet", "/indicators?from=2022-09-05&to=2022-09-06&dimension=mood" })
        {
            using var answer = await service.Client.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, answer.StatusCode));
        }

        using var missing = await service.Client.GetAsync("/open-data/secrets.csv?from=2022-09-05&to=2022-09-06");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Empty(Directory.EnumerateFiles(Spool));
        var rows = await service.Client.GetFromJsonAsync<JsonElement[]>("/indicators?from=2022-09-05&to=2022-09-06");
        Assert.Empty(rows!);
        Assert.DoesNotContain("marie", service.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_it_does_not_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningService.StartAsync(_folder.Path, "--spool", Spool));
        Assert.StartsWith("secret: ", error.Message, StringComparison.Ordinal);
    }

    private static async Task<int> Post(RunningService service, string[] lines, bool isCsv)
    {
        var text = string.Concat((isCsv ? lines.Prepend(Header) : lines.Select(Json)).Select(line => line + "\n"));
        while (true)
        {
            using var answer = await service.Client.PostAsync("/hits", new StringContent(text, Encoding.UTF8, isCsv ? "text/csv" : "application/x-ndjson"));
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
                return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accepted").GetInt32();
            }
        }
    }

    private static string Json(string line) => JsonSerializer.Serialize(Header.Split(',').Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second));

    /// <summary>Distinct hits of two weeks, those around midnight and the ends of the week among them.</summary>
    private static string[] Lines(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"{new DateTime(2022, 9, 4, 20, 0, 0).AddSeconds(i * 137L % (9 * 86400)):yyyy-MM-dd'T'HH:mm:ss}Z,marie-{i % 71},{(i % 7 == 0 ? "0010024W" : "0450822X")},{Profiles[i % 71 % 4]},{(i % 3 == 0 ? "NOTES" : "CAHIER_TEXTES")},/p{i}")),
    ];

    private Task<RunningService> Start() => RunningService.StartAsync(_folder.Path, "--spool", Spool, "--AudienceEngine:SecretFile", "key", "--AudienceEngine:Memory", "64MiB");

    /// <summary>The week of 5 September, measured here from a file of the same lines, is what the service says.</summary>
    private static async Task AssertFigures(RunningService service, string[] lines)
    {
        await using var engine = AudienceEngine.Create();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(Header)) + "\n"));
        var expected = await engine.MeasureAsync(HitLog.Stream("hits.csv", stream), new MeasurementDefinition().OverWeekOf(new DateOnly(2022, 9, 5)));
        const string Range = "from=2022-09-05&to=2022-09-12";
        foreach (var dimension in new[] { Dimension.Total, Dimension.Profile, Dimension.Service })
        {
            var rows = await service.Client.GetFromJsonAsync<JsonElement[]>($"/indicators?{Range}&level=national,academy,establishment&period=day,week&dimension={dimension.Code}");
            Assert.Equal(
                expected.Indicators
                    .Where(row => row.Dimension == dimension && (row.Period is PeriodKind.Day or PeriodKind.Week) && (row.Level is TerritoryLevel.National or TerritoryLevel.Academy or TerritoryLevel.Establishment))
                    .Select(row => $"{row.Period.Code()} {row.PeriodStart:yyyy-MM-dd} {row.Level.Code()} {row.Code} {row.Modality} {row.Visits} {row.Users} {row.PageViews} {row.Hits} {row.DurationMs} {row.TimedVisits} {row.Bounces} {row.FlashVisits}"),
                rows!.Select(row => string.Join(' ', new[] { "period", "period_start", "level", "code", "modality", "visits", "users", "page_views", "hits", "duration_ms", "timed_visits", "bounces", "flash_visits" }.Select(name => row.GetProperty(name).ToString()))));
        }

        foreach (var set in OpenDataSet.All)
        {
            using var csv = new MemoryStream();
            OpenDataCsv.Write(csv, expected.OpenData(set));
            Assert.Equal(Encoding.UTF8.GetString(csv.ToArray()), await service.Client.GetStringAsync($"/open-data/{set.Code}.csv?{Range}"));
        }

        Assert.Contains("<!DOCTYPE html>", await service.Client.GetStringAsync($"/dashboard?{Range}"), StringComparison.OrdinalIgnoreCase);
    }
}
