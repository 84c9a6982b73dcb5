using System.Diagnostics;
using System.Globalization;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Qualification;
using Dnma.Engine.References;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Bench.Core;

/// <summary>The verb <c>scale</c>: any number of hits, straight from the generator, into the core; what the generator takes is measured apart.</summary>
internal static class ScaleCommand
{
    private const string Usage = "scale [--hits N] [--visitors N] [--establishments N] [--memory SIZE]    the four tables of generated hits that no disk holds";

    public static int Run(string[] arguments)
    {
        var options = new GenerationOptions { Hits = 100_000_000 };
        var memory = ByteSize.GiB(1);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || arguments[i] is not ("--hits" or "--visitors" or "--establishments" or "--memory"))
            {
                Console.Error.WriteLine(Usage);
                return 1;
            }

            var value = arguments[i + 1];
            switch (arguments[i])
            {
                case "--hits": options = options with { Hits = long.Parse(value, CultureInfo.InvariantCulture) }; break;
                case "--visitors": options = options with { Visitors = int.Parse(value, CultureInfo.InvariantCulture) }; break;
                case "--establishments": options = options with { Establishments = int.Parse(value, CultureInfo.InvariantCulture) }; break;
                default: memory = ByteSize.Parse(value); break;
            }
        }

        Run(options, memory);
        return 0;
    }

    private static void Run(GenerationOptions options, ByteSize memory)
    {
        var generating = Generate(options);
        var clock = new StageClock();
        var norm = Norm.Dnma;
        var dictionaries = new HitDictionaries();
        var generator = new BatchGenerator(options, dictionaries);
        var budget = new MemoryBudget(memory.Bytes / 2);
        var engine = new EngineOptions { MemoryLimit = memory };
        using var slabs = new SlabStore();
        using var spill = new SpillFile(engine.TemporaryFolder);
        using var hits = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(dictionaries), budget, slabs, spill);
        using var visitors = new VisitorIndex(new VisitorHomes(1 << engine.PartitionBits, engine.PartitionVisitors), budget);
        var writer = hits.OpenWriter();
        var scatter = new HitScatter(new HitPacker(norm, dictionaries, visitors), writer);
        var qualifier = new HitQualifier(norm.Counting, dictionaries);
        var batch = new HitBatch();
        var verdicts = new byte[batch.Capacity];
        while (generator.Fill(batch))
        {
            qualifier.Qualify(batch, verdicts);
            scatter.Scatter(batch, verdicts);
        }

        writer.Complete();
        clock.Lap("generate, qualify, scatter (one thread)");
        var territories = new TerritoryIndex(dictionaries, Annuaire.Empty);
        var counting = new VisitStage(engine, MeasurementDefinition.Of(norm), dictionaries, territories, CountingPlan.OpenData);
        var counters = counting.Count(hits, budget, slabs, spill, _ => { }, CancellationToken.None);
        clock.Lap("visits, users");
        var rollUp = new RollUp(CountingPlan.OpenData, dictionaries, territories);
        rollUp.Run(counters);
        clock.Lap("roll-up");
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Hits} hits, {counting.Visits.Counted} visits, {hits.Count} partitions, {spill.Length >> 20} MiB spilled, peak {process.PeakWorkingSet64 >> 20} MiB; the generator alone {generating.TotalSeconds:0.0} s"));
        foreach (var stage in clock.Stages)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {stage.Stage}: {stage.Elapsed.TotalSeconds:0.0} s, processor {stage.Processor.TotalSeconds:0.0} s"));
        }
    }

    private static TimeSpan Generate(GenerationOptions options)
    {
        var watch = Stopwatch.StartNew();
        var generator = new BatchGenerator(options, new HitDictionaries());
        var batch = new HitBatch();
        while (generator.Fill(batch))
        {
        }

        return watch.Elapsed;
    }
}
