using System.Globalization;
using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Peers;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Report;

/// <summary>What a hit costs as hits become more, in memory and spilled.</summary>
internal sealed class GrowthTimings(ReportOptions options)
{
    public Section Run()
    {
        // As many people for the hits at every size, 25 a week, so that a hit's work is the same and only the amount grows.
        long[] sizes = options.IsQuick ? [1_000_000, 5_000_000] : [3_000_000, 30_000_000, 100_000_000];
        var limit = options.IsQuick ? ByteSize.MiB(16) : ByteSize.MiB(64);
        var steps = sizes.Select(size => Measure(size, limit)).ToArray();
        var (least, most) = (steps[0], steps[^1]);
        return new Section(
            "Growth",
            $"The four tables over encoded hits, in memory and under a limit of {limit} that makes most of them be spilled and read again. The same bytes written and read back are the ceiling of the latter.",
            [.. steps.SelectMany(step => new[] { step.Memory, step.MemorySingle, step.Spilled, step.SpilledSingle, step.Disk })],
            [
                Target.Within($"cost of a hit in memory, {Millions(most)} beside {Millions(least)}", most.Memory.NanosecondsPerHit, least.Memory.NanosecondsPerHit, 1.3),
                Target.Within($"cost of a hit spilled, {Millions(most)} beside {Millions(least)}", most.Spilled.NanosecondsPerHit, least.Spilled.NanosecondsPerHit, 1.3),
                Target.Within($"cost of a hit, {Millions(most)}, spilled beside in memory", most.Spilled.NanosecondsPerHit, most.Memory.NanosecondsPerHit, 4),
                Target.Faster($"{Millions(most)} in memory, all threads beside one", most.Memory, most.MemorySingle, 1.8),
                Target.Faster($"{Millions(most)} spilled, all threads beside one", most.Spilled, most.SpilledSingle, 1.8),
            ]);
    }

    private Step Measure(long generated, ByteSize limit)
    {
        var input = EncodedHits.Generate(new GenerationOptions { Hits = generated, Visitors = (int)(generated / 25), Days = 7 }, Norm.Dnma);
        var memory = Time(input, "in memory", options.Threads, ByteSize.GiB(64), out var cells, out _);
        var memorySingle = Time(input, "in memory, one thread", 1, ByteSize.GiB(64), out _, out _);
        var spilled = Time(input, "spilled", options.Threads, limit, out var spilledCells, out var bytes);
        PeerAgreement.Demand("the core, spilling,", cells, spilledCells);
        var spilledSingle = Time(input, "spilled, one thread", 1, limit, out _, out _);
        var disk = Timing.Of(Name(input, "as many bytes as were spilled, written and read"), input.Count, bytes, options.LongRuns, () => DiskCopy.Run(bytes)) with { Role = Role.Ceiling };
        return new Step(input.Count, memory, memorySingle, spilled, spilledSingle, disk);
    }

    private Timing Time(EncodedHits input, string how, int threads, ByteSize limit, out FigureRow[] cells, out long spilled)
    {
        using var run = new CoreRun(input, threads, limit);
        cells = PeerAgreement.Of(run.FourTables(CountingPlan.OpenData).Indicators);
        spilled = run.Spilled;
        return Timing.Of(Name(input, how), input.Count, input.Count * 32, options.LongRuns, () => run.FourTables(CountingPlan.OpenData).Clock.Total);
    }

    private static string Name(EncodedHits input, string how) => string.Create(CultureInfo.InvariantCulture, $"{input.Count / 1e6:0.0} M hits {how}");

    private static string Millions(Step step) => string.Create(CultureInfo.InvariantCulture, $"{step.Hits / 1e6:0.0} M hits");

    private sealed record Step(long Hits, Timing Memory, Timing MemorySingle, Timing Spilled, Timing SpilledSingle, Timing Disk);
}
