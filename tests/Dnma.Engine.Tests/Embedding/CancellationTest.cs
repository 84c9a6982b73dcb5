using System.Text;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Embedding;

/// <summary>
/// Every stage hears of a cancellation: cancelled as it begins, it does not come to its end, and nothing after it begins. That is work done, not time: what it takes in
/// milliseconds is measured by the bench (docs/embedding.md).
/// </summary>
public sealed class CancellationTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dnma.measure.read")]
    [InlineData("dnma.measure.count")]
    [InlineData("dnma.measure.roll_up")]
    [InlineData("dnma.measure.tabulate")]
    [InlineData("dnma.measure.recount")]
    [InlineData("dnma.measure.certify")]
    [InlineData("dnma.publish.control")]
    [InlineData("dnma.publish.write")]
    [InlineData("dnma.verify.check_files")]
    [InlineData("dnma.verify.check_tables")]
    [InlineData("dnma.verify.check_inputs")]
    public async Task A_stage_that_is_cancelled_as_it_begins_is_the_last_and_does_not_end(string stage)
    {
        var (measuring, out1) = (Path.Combine(_folder.Path, "tmp"), Path.Combine(_folder.Path, "out"));
        _ = Directory.CreateDirectory(measuring);
        var log = _folder.Write("hits.csv", Encoding.UTF8.GetBytes("instant,visitor,uai,service\n" + string.Concat(
            Enumerable.Range(0, 20_000).Select(i => $"2022-09-{5 + (i % 7):00}T10:{i % 60:00}:00Z,v{i % 3000},0450{i % 900:000}X,NOTES\n"))));
        await using var engine = AudienceEngine.Create(options => options with
        {
            Recount = RecountScope.Full,
            Threads = 2,
            TemporaryFolder = measuring,
            HitBytes = 100_000,
            BlockBytes = 4096,
        });
        if (stage.StartsWith("dnma.verify", StringComparison.Ordinal))
        {
            _ = await (await engine.MeasureAsync(HitLog.Files(log))).PublishAsync(out1);
        }

        using var stop = new CancellationTokenSource();
        var begun = new List<string>();
        using (var heard = new HeardWork(span =>
        {
            begun.Add(span.OperationName);
            if (span.OperationName == stage)
            {
                stop.Cancel();
            }
        }))
        {
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Work(engine, log, out1, stage.StartsWith("dnma.verify", StringComparison.Ordinal), stop.Token));
            Assert.Equal(stage, begun.Last());
            var cancelled = heard.Spans.Single(span => span.OperationName == stage);
            Assert.Equal("System.OperationCanceledException", cancelled.GetTagItem("error.type"));
            Assert.DoesNotContain(heard.Metrics, metric => metric.Name == "dnma.stage.duration" && stage.EndsWith($".{metric.Tags.Split("dnma.stage=")[1]}", StringComparison.Ordinal));
        }

        // Nothing is left of it: no temporary file, and no published one.
        Assert.Empty(Directory.EnumerateFileSystemEntries(measuring));
        Assert.False(!stage.StartsWith("dnma.verify", StringComparison.Ordinal) && Directory.Exists(out1) && Directory.EnumerateFileSystemEntries(out1).Any());
    }

    /// <summary>In the middle of counting: of many partitions only those under way are finished.</summary>
    [Fact]
    public async Task Counting_ends_with_the_partitions_under_way()
    {
        var log = "instant,visitor\n" + string.Concat(Enumerable.Range(0, 4000).Select(i => $"2022-09-05T10:{i % 60:00}:00Z,v{i}\n"));
        using var stop = new CancellationTokenSource();
        await using var engine = AudienceEngine.Create(options => options with { Threads = 2, PartitionVisitors = 2 });
        var (done, total) = (0, 0);
        var progress = new Told(one =>
        {
            if (one.Stage == MeasurementStage.Counting)
            {
                (done, total) = (Math.Max(done, one.PartsDone), one.PartsTotal);
                if (one.PartsDone == 10)
                {
                    stop.Cancel();
                }
            }
        });
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(log));
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.MeasureAsync(HitLog.Stream("log", stream), progress: progress, cancellationToken: stop.Token));
        Assert.True(total > 1000);
        Assert.InRange(done, 10, 12);
    }

    /// <summary>In the middle of a file: what is written is at most what was under way.</summary>
    [Fact]
    public void A_table_that_is_being_written_stops_within_a_buffer()
    {
        using var stop = new CancellationTokenSource();
        using var target = new MemoryStream();
        using var stream = new Dnma.Engine.Reports.CancellableStream(target, stop.Token);
        stream.Write(new byte[10]);
        stop.Cancel();
        _ = Assert.Throws<OperationCanceledException>(() => stream.Write(new byte[10]));
        Assert.Equal(10, target.Length);
    }

    /// <summary>A text that is written all at once, such as a chunk of the dashboard, is no larger step than any other.</summary>
    [Fact]
    public void A_large_write_stops_within_a_mebibyte()
    {
        using var stop = new CancellationTokenSource();
        using var target = new StoppingStream(stop);
        using var stream = new Dnma.Engine.Reports.CancellableStream(target, stop.Token);
        _ = Assert.Throws<OperationCanceledException>(() => stream.Write(new byte[10 << 20]));
        Assert.Equal(1 << 20, target.Length);
    }

    private static async Task Work(AudienceEngine engine, string log, string folder, bool verifies, CancellationToken stop)
    {
        if (verifies)
        {
            _ = await CertificateVerifier.VerifyAsync(folder, new VerificationRequest { Inputs = [log] }, cancellationToken: stop);
            return;
        }

        var measurement = await engine.MeasureAsync(HitLog.Files(log), cancellationToken: stop);
        _ = await measurement.PublishAsync(folder, stop);
    }

    /// <summary>Cancels at the first write.</summary>
    private sealed class StoppingStream(CancellationTokenSource stop) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer);
            stop.Cancel();
        }
    }

    private sealed class Told(Action<MeasurementProgress> tell) : IProgress<MeasurementProgress>
    {
        private readonly Lock _lock = new();

        public void Report(MeasurementProgress value)
        {
            lock (_lock)
            {
                tell(value);
            }
        }
    }
}
