using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Ingest;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine;

/// <summary>From a log to counted rows: reading, visits, roll-up. Used once.</summary>
internal sealed class LogCounting(EngineOptions options, MeasurementDefinition definition, SlabStore slabs, byte[] secret)
{
    /// <summary>Counts a log.</summary>
    /// <param name="log">The hits.</param>
    /// <param name="shard">Whose visits are counted; null for everybody's.</param>
    /// <param name="progress">Is told how far the work has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<CountedLog> RunAsync(HitLog log, VisitorShard? shard, IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        var dictionaries = new HitDictionaries(definition.CustomDimensions.Count);
        var budget = new MemoryBudget(options.HitBytes > 0 ? options.HitBytes : options.MemoryLimit.Bytes / 2);
        using var spill = new SpillFile(options.TemporaryFolder);
        using var hits = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(dictionaries), budget, slabs, spill, cancellation);
        using var visitors = new VisitorIndex(new VisitorHomes(1 << options.PartitionBits, options.PartitionVisitors), budget);

        var reading = new ReadingStage(options, definition, dictionaries, secret, shard);
        var read = await reading.RunAsync(log, visitors, hits, progress, cancellation).ConfigureAwait(false);

        // From here on visitors are their codes, and counting may have the memory.
        visitors.Dispose();

        var territories = new TerritoryIndex(dictionaries, definition.Annuaire);
        var plan = new CountingPlan(definition.Periods, definition.Levels);
        var counting = new VisitStage(options, definition, dictionaries, territories, plan);
        var done = 0;
        var counters = counting.Count(hits, budget, slabs, spill, _ => Report(MeasurementStage.Counting, Interlocked.Increment(ref done)), cancellation);
        read.Qualification.Add(counting.Exclusions);
        var rows = new RollUp(plan, dictionaries, territories);
        rows.Run(counters, cancellation);

        Report(MeasurementStage.Publishing, hits.Count);
        return new CountedLog(read, counting.Visits, dictionaries, territories, rows, spill.Length);

        void Report(MeasurementStage stage, int partsDone) =>
            progress?.Report(new MeasurementProgress(stage, read.BytesRead, read.BytesRead, partsDone, hits.Count, ""));
    }
}
