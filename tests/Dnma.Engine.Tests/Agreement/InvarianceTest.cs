using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Analysis;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Oracle;
using Dnma.Engine.Tests.Store;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Agreement;

/// <summary>Same hits, same figures, to the last byte: neither how a log is written nor how it is worked on shows in a table, or in what is observed (design §1).</summary>
public sealed class InvarianceTest : IDisposable
{
    private readonly ParquetScratch _parquet = new();

    public void Dispose() => _parquet.Dispose();

    [Property(MaxTest = 120, Arbitrary = [typeof(HostileLogs)])]
    public async Task How_a_log_is_written_never_shows(HostileLog log, int seed)
    {
        var random = new Random(seed);
        var norm = Norm(random);
        using var folder = new TemporaryFolder();
        var files = new LogRendering(random, folder, _parquet).Write(log);
        await SameBytes(log, norm, HitLog.Files(files), options => options with { Threads = 2, PartitionBits = 1 }, string.Join(' ', files.Select(Path.GetFileName)));
    }

    [Property(MaxTest = 120, Arbitrary = [typeof(HostileLogs)])]
    public async Task How_it_is_worked_on_never_shows(HostileLog log, int seed)
    {
        var random = new Random(seed);
        var norm = Norm(random);
        var secret = new byte[random.Next(1, 40)];
        random.NextBytes(secret);
        var (threads, blocks, bits, visitors, bytes) = (random.Next(1, 5), random.Next(64, 2000), random.Next(0, 7), random.Next(1, 6), random.Next(1, 3000));
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(log.Csv()));
        await SameBytes(
            log,
            norm,
            HitLog.Stream("hits.csv", stream),
            options => options with { Threads = threads, BlockBytes = blocks, PartitionBits = bits, PartitionVisitors = visitors, HitBytes = bytes, Secret = secret },
            $"{threads} threads, blocks of {blocks} bytes, {bits} partition bits, {visitors} visitors a partition, {bytes} bytes of hits");
    }

    private static OracleNorm Norm(Random random) => (OracleNorm)random.Next(4);

    private static async Task SameBytes(HostileLog log, OracleNorm norm, HitLog other, Func<EngineOptions, EngineOptions> options, string how)
    {
        var expected = await MeasuredFiles.Measure(log, norm);
        var actual = await MeasuredFiles.Measure(other, MeasuredFiles.Definition(norm, log), options);
        var (one, two) = ($"{MeasuredFiles.All(expected)}{ObservedText.Of(expected)}".Split('\n'), $"{MeasuredFiles.All(actual)}{ObservedText.Of(actual)}".Split('\n'));
        if (!one.SequenceEqual(two))
        {
            Assert.Fail($"{norm}: {how}\n- {string.Join("\n- ", one.Except(two).Take(5))}\n+ {string.Join("\n+ ", two.Except(one).Take(5))}\n{log}");
        }

        Assert.Equal(expected.Certificate.Ledger.Qualification.Accepted, actual.Certificate.Ledger.Qualification.Accepted);
        Assert.Empty(expected.Certificate.Verify());
        Assert.Empty(actual.Certificate.Verify());
    }
}
