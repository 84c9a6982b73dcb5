using System.Diagnostics;
using Dnma.Engine.Bench.Core;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Qualification;
using Dnma.Engine.References;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Bench.Scale;

/// <summary>Hits that no disk holds: straight from the generator into the core, to the rows of the four tables. The generator's time is taken apart, batch by batch.</summary>
internal static class ScaleRun
{
    public static ScaleResult Run(ScaleOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("dnma-scale-");
        try
        {
            var result = Run(options, folder.FullName);
            return result with { FilesLeft = folder.EnumerateFiles().Count() };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ScaleResult Run(ScaleOptions options, string folder)
    {
        var engine = new EngineOptions { MemoryLimit = options.Memory, Threads = options.Threads, TemporaryFolder = folder };
        var dictionaries = new HitDictionaries();
        var budget = new MemoryBudget(options.Memory.Bytes / 2);
        using var slabs = new SlabStore();
        using var spill = new SpillFile(folder);
        using var hits = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(dictionaries), budget, slabs, spill);
        var homes = new VisitorHomes(1 << engine.PartitionBits, engine.PartitionVisitors);
        using var visitors = new VisitorIndex(homes, budget);
        var watch = Stopwatch.StartNew();
        var generating = Scatter(options, dictionaries, visitors, hits);
        var scattering = watch.Elapsed - generating;
        visitors.Dispose();

        watch.Restart();
        var territories = new TerritoryIndex(dictionaries, Annuaire.Empty);
        var counting = new VisitStage(engine, MeasurementDefinition.Of(Norm.Dnma), dictionaries, territories, CountingPlan.OpenData);
        var counters = counting.CountVisits(hits, homes.InOrder(), null, _ => { }, CancellationToken.None);
        var (counted, partitions) = (watch.Elapsed, hits.Count);
        hits.Dispose();
        slabs.Trim();

        watch.Restart();
        var rollUp = new RollUp(CountingPlan.OpenData, dictionaries, territories);
        rollUp.Run(counters);
        using var process = Process.GetCurrentProcess();
        return new ScaleResult(
            options.Generation.Hits,
            options.Generation.VisitorCount,
            counting.Visits.Counted,
            partitions,
            options.Memory.Bytes,
            process.PeakWorkingSet64,
            spill.Length,
            0,
            generating.TotalSeconds,
            scattering.TotalSeconds,
            counted.TotalSeconds,
            watch.Elapsed.TotalSeconds);
    }

    /// <summary>Scatters all hits; returns what the generator took.</summary>
    private static TimeSpan Scatter(ScaleOptions options, HitDictionaries dictionaries, VisitorIndex visitors, SortedPartitions<PackedHit, HitOrder> hits)
    {
        var norm = Norm.Dnma;
        var generator = new BatchGenerator(options.Generation, dictionaries);
        var writer = hits.OpenWriter();
        var scatter = new HitScatter(new HitPacker(norm, dictionaries, visitors), writer);
        var qualifier = new HitQualifier(norm.Counting, dictionaries);
        var batch = new HitBatch();
        var verdicts = new byte[batch.Capacity];
        var generating = TimeSpan.Zero;
        while (true)
        {
            var begun = Stopwatch.GetTimestamp();
            var isMore = generator.Fill(batch);
            generating += Stopwatch.GetElapsedTime(begun);
            if (!isMore)
            {
                writer.Complete();
                return generating;
            }

            qualifier.Qualify(batch, verdicts);
            scatter.Scatter(batch, verdicts);
        }
    }
}
