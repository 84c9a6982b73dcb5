using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Objects;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Tests.Analysis;
using Dnma.Engine.Tests.Oracle;
using Dnma.Engine.Visits;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Embedding;

/// <summary>Hits that a program has at hand are measured, rejected and certified as those of a CSV file.</summary>
public class HitObjectsTest
{
    private static readonly Hit Plain = new(new DateTimeOffset(2022, 9, 5, 10, 0, 0, TimeSpan.FromHours(2)), "anna") { Uai = "0450822X", Service = "NOTES" };

    [Property(MaxTest = 60, Arbitrary = [typeof(HostileLogs)])]
    public async Task Objects_have_the_figures_of_their_csv(HostileLog log, int seed)
    {
        var norm = (OracleNorm)((seed & int.MaxValue) % 4);
        var expected = await MeasuredFiles.Measure(log, norm);
        foreach (var hits in new[] { log.Hits.Select(ObjectOf), log.Hits.Select(ObjectOf).Select(Stored) })
        {
            var actual = await MeasuredFiles.Measure(HitLog.Hits("hits", Slowly(hits)), MeasuredFiles.Definition(norm, log), options => options with { Threads = 2 });
            Assert.Equal(MeasuredFiles.All(expected), MeasuredFiles.All(actual));
            Assert.Equal(ObservedText.Of(expected), ObservedText.Of(actual));
            Assert.Equal(expected.Certificate.Ledger.Read, actual.Certificate.Ledger.Read);
        }
    }

    [Property(MaxTest = 60, Arbitrary = [typeof(HostileLogs)])]
    public async Task Hits_written_and_read_back_are_the_same(HostileLog log)
    {
        Hit[] hits = [.. log.Hits.Select(ObjectOf)];
        var lines = new ArrayBufferWriter<byte>();
        var csv = new HitCsvWriter(lines);
        csv.WriteHeader();
        Assert.All(hits, hit => Assert.True(csv.Write(hit)));
        using var stream = new MemoryStream(lines.WrittenSpan.ToArray());
        var read = await HitReader.ReadAsync("batch", stream, HitFormat.Csv, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((0, null, 0), (read.Rejected, read.FirstReason, read.FirstLine));
        Assert.Equal(hits, read.Hits);
    }

    /// <summary>A form feed is a character like others; a line feed is none that a line can hold.</summary>
    [Theory]
    [InlineData("a\nb")]
    [InlineData("half a pair: ?")]
    [InlineData("\"\n")]
    public async Task What_no_line_can_hold_is_one_reject(string text)
    {
        // A test's own data travel as UTF-8, which half a pair does not survive.
        text = text.Replace('?', '\ud800');
        var measurement = await Measure(Plain, Plain with { Page = text }, Plain with { Visitor = text, Label = "x" }, Plain with { Visitor = "bruno" });
        var ledger = measurement.Certificate.Ledger;
        Assert.Equal((4, 2, 2), (ledger.Read, ledger.RejectedTotal, ledger.Qualification.Qualified));
        Assert.All(measurement.Rejects, reject => Assert.Equal("unclosed-quote", reject.Reason));
    }

    [Theory]
    [InlineData(",;\t")]
    [InlineData("\"\"a\"")]
    [InlineData("a\rb\f\v")]
    [InlineData("é\u2028\ud83d\ude00")]
    public async Task Any_other_text_is_itself(string text)
    {
        var measurement = await Measure(Plain with { Visitor = text }, Plain with { Visitor = text, Page = text }, Plain with { Visitor = text + "b" });
        Assert.Equal((3, 2), (measurement.NationalTotal?.Hits, measurement.NationalTotal?.Users));
    }

    [Fact]
    public async Task The_certificate_names_the_bytes_of_the_table()
    {
        var expected = Encoding.UTF8.GetBytes(
            "instant,visitor,client,uai,profile,service,type,tool,project,operator,platform,collectivity,kind,page,label,user_agent,device,os,browser,matiere\n"
            + "2022-09-05T10:00:00.0000000+02:00,anna,,0450822X,,NOTES,,,,,,,click,\"a,\"\"b\",,,,,,maths\n");
        var hit = Plain with { Kind = HitKind.Click, Page = "a,\"b", Custom = new Dictionary<string, string> { ["matiere"] = "maths", ["other"] = "unread" } };
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(
            HitLog.Hits("hits", Slowly([hit]), "matiere"), new MeasurementDefinition { CustomDimensions = ["matiere"], Norm = Norm.Matomo }, cancellationToken: TestContext.Current.CancellationToken);
        var input = Assert.Single(measurement.Certificate.Inputs);
        Assert.Equal(("hits", expected.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(expected))), (input.Name, (int)input.Bytes, input.Sha256));
        Assert.Contains(measurement.Indicators, row => row.Dimension.Code == "matiere" && row.Modality == "maths");
    }

    [Fact]
    public async Task No_hit_at_all_is_a_table_of_headers() => Assert.Empty((await Measure()).Indicators);

    [Fact]
    public async Task A_source_that_fails_says_where_and_is_disposed()
    {
        var isDisposed = false;
        var error = await Assert.ThrowsAsync<EngineException>(() => Measure(HitLog.Hits("posted", Failing())));
        Assert.Equal((ErrorId.UnreadableInput, "posted"), (error.Id, error.Subject));
        Assert.Contains("after 2 of them", error.Message, StringComparison.Ordinal);
        Assert.True(isDisposed);
        for (Exception? cause = error; cause is not InvalidTimeZoneException; cause = cause.InnerException)
        {
            Assert.NotNull(cause);
        }

        async IAsyncEnumerable<Hit> Failing()
        {
            try
            {
                yield return Plain;
                await Task.Yield();
                yield return Plain;
                throw new InvalidTimeZoneException("secret text of a person");
            }
            finally
            {
                isDisposed = true;
            }
        }
    }

    [Fact]
    public async Task A_source_that_never_ends_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var seen = 0;
        var isDisposed = new TaskCompletionSource();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Measure(HitLog.Hits("endless", Endless()), stop.Token));
        await isDisposed.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1000, seen);

        async IAsyncEnumerable<Hit> Endless()
        {
            try
            {
                while (true)
                {
                    seen++;
                    if (seen == 1000)
                    {
                        await stop.CancelAsync();
                    }

                    yield return Plain with { Visitor = $"{seen}" };
                }
            }
            finally
            {
                isDisposed.SetResult();
            }
        }
    }

    /// <summary>A source that hangs and hears nothing of tokens is given up.</summary>
    [Fact]
    public async Task A_source_that_hangs_is_given_up()
    {
        using var stop = new CancellationTokenSource();
        var forever = new TaskCompletionSource();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Measure(HitLog.Hits("hung", Hung()), stop.Token));

        async IAsyncEnumerable<Hit> Hung()
        {
            yield return Plain;
            await stop.CancelAsync();
            await forever.Task;
        }
    }

    [Fact]
    public async Task A_pipe_is_read_to_its_end()
    {
        var text = "instant,visitor\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"2022-09-05T10:{i % 60:00}:00+02:00,v{i}\n"));
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 100, resumeWriterThreshold: 50));
        var writing = Task.Run(async () =>
        {
            foreach (var part in Encoding.UTF8.GetBytes(text).Chunk(77))
            {
                _ = await pipe.Writer.WriteAsync(part);
            }

            await pipe.Writer.CompleteAsync();
        });
        var measurement = await Measure(HitLog.Pipe("pipe", pipe.Reader));
        await writing;
        Assert.Equal((5000, 5000), (measurement.NationalTotal?.Hits, measurement.NationalTotal?.Users));
        Assert.Equal(Encoding.UTF8.GetByteCount(text), measurement.Certificate.Inputs.Single().Bytes);
    }

    [Fact]
    public void Columns_have_names_of_their_own()
    {
        foreach (var columns in new string[][] { ["page"], ["User_Agent"], ["a", "a"], ["a\nb"], [" "] })
        {
            _ = Assert.ThrowsAny<ArgumentException>(() => HitLog.Hits("hits", Slowly([]), columns));
        }
    }

    [Fact]
    public void What_a_hit_says_of_itself_names_nobody()
    {
        var hit = Plain with { Client = "browser-1", UserAgent = "agent", Page = "/anna", Label = "anna" };
        Assert.Equal("Page at 2022-09-05T08:00:00.000Z", hit.ToString());
    }

    [Fact]
    public async Task Stored_pseudonyms_hold_no_id_and_agree_from_one_day_to_the_next()
    {
        await using var engine = AudienceEngine.Create(options => options with { Secret = "k"u8.ToArray() });
        var stored = engine.Pseudonymize(Plain with { Client = "anna" });
        Assert.Matches("^[0-9a-f]{24}$", stored.Visitor);
        Assert.Matches("^[0-9a-f]{24}$", stored.Client);
        Assert.NotEqual(stored.Visitor, stored.Client);
        Assert.Equal(stored.Visitor, engine.Pseudonymize(Plain with { Visitor = " anna " }).Visitor);
        Assert.NotEqual(stored.Visitor, engine.Pseudonymize(Plain with { Visitor = "Anna" }).Visitor);
        Assert.Equal(("", "OPT-OUT"), (engine.Pseudonymize(Plain with { Visitor = " " }).Visitor, engine.Pseudonymize(Plain with { Visitor = "OPT-OUT" }).Visitor));
        await using var other = AudienceEngine.Create(options => options with { Secret = "l"u8.ToArray() });
        Assert.NotEqual(stored.Visitor, other.Pseudonymize(Plain).Visitor);
        await using var keyless = AudienceEngine.Create();
        var refusal = Assert.Throws<EngineException>(() => keyless.Pseudonymize(Plain));
        Assert.Equal(ErrorId.InvalidOption, refusal.Id);
        Assert.All(["EngineOptions.Secret", "--AudienceEngine:SecretFile FILE", "AudienceEngine__SecretFile=FILE"], setting => Assert.Contains(setting, refusal.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("instant,visitor\n2022-09-05T10:00:00Z,a\nnever,b\n2022-09-05T10:00:00Z\n", HitFormat.Csv, 1, 2, RejectReason.BadInstant, 3)]
    [InlineData("{\"visitor\":\"a\"}\n{\"instant\":1662364800,\"visitor\":\"b\"}\n", HitFormat.Ndjson, 1, 1, RejectReason.MissingInstant, 1)]
    public async Task A_batch_says_what_is_no_hit(string text, HitFormat format, int hits, long rejected, RejectReason reason, long line)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var read = await HitReader.ReadAsync("batch", stream, format, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((hits, rejected, reason, line), (read.Hits.Count, read.Rejected, read.FirstReason, read.FirstLine));
    }

    [Fact]
    public async Task A_batch_of_something_else_is_refused()
    {
        using var stream = new MemoryStream("GET /hit.xiti?s=1"u8.ToArray());
        Assert.Equal(ErrorId.UndecidedFormat, (await Assert.ThrowsAsync<EngineException>(() => HitReader.ReadAsync("batch", stream, HitFormat.Csv))).Id);
        Assert.Equal(ErrorId.InvalidOption, (await Assert.ThrowsAsync<EngineException>(() => HitReader.ReadAsync("batch", stream, HitFormat.Xiti))).Id);
    }

    private static Hit ObjectOf(HostileHit hit)
    {
        var written = HostileHit.Columns.Zip(hit.Written()).ToDictionary(field => field.First, field => field.Second);
        return new Hit(DateTimeOffset.FromUnixTimeMilliseconds(hit.InstantMs), written["visitor"])
        {
            Client = written["client"],
            Uai = written["uai"],
            Profile = written["profile"],
            Service = written["service"],
            Type = written["type"],
            Tool = written["tool"],
            Project = written["project"],
            Operator = written["operator"],
            Platform = written["platform"],
            Collectivity = written["collectivity"],
            Kind = Enum.Parse<HitKind>(hit.Kind.Means, ignoreCase: true),
            Page = written["page"],
            UserAgent = written["user_agent"],
            Device = written["device"],
            Os = written["os"],
            Browser = written["browser"],
        };
    }

    private static Hit Stored(Hit hit) => Keyed.Pseudonymize(hit);

    private static AudienceEngine Keyed { get; } = AudienceEngine.Create(options => options with { Secret = "key of a spool"u8.ToArray() });

    private static async IAsyncEnumerable<Hit> Slowly(IEnumerable<Hit> hits)
    {
        foreach (var hit in hits)
        {
            await Task.Yield();
            yield return hit;
        }
    }

    private static Task<Measurement> Measure(params Hit[] hits) => Measure(HitLog.Hits("hits", Slowly(hits)));

    private static async Task<Measurement> Measure(HitLog log, CancellationToken? stop = null)
    {
        await using var engine = AudienceEngine.Create(options => options with { Threads = 2 });
        return await engine.MeasureAsync(log, cancellationToken: stop ?? TestContext.Current.CancellationToken);
    }
}
