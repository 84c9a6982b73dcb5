using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Ingest;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Observations;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine;

/// <summary>From a log to counted rows: reading, visits, roll-up. Used once.</summary>
internal sealed class LogCounting(EngineOptions options, MeasurementDefinition definition, SlabStore slabs, byte[] secret, RecountStage? recount = null)
{
    /// <summary>Is told of the stages.</summary>
    public OperationTrace Trace { get; init; } = OperationTrace.Untold();

    /// <summary>Counts a log, everybody's visits.</summary>
    /// <param name="log">The hits.</param>
    /// <param name="progress">Is told how far the work has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<CountedLog> RunAsync(HitLog log, IProgress<MeasurementProgress>? progress, CancellationToken cancellation) =>
        RunAsync(log, null, (counted, _) => counted, progress, cancellation);

    /// <summary>Counts a log, the visits of a shard; users as well, but where they are persons and visits are not keyed by them.</summary>
    /// <param name="log">The hits.</param>
    /// <param name="shard">Whose visits are counted; null for everybody's.</param>
    /// <param name="take">Takes what was counted, and the users that could not be, if there are such: they are gone afterwards.</param>
    /// <param name="progress">Is told how far the work has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<T> RunAsync<T>(
        HitLog log, VisitorShard? shard, Func<CountedLog, DeferredUsers?, T> take, IProgress<MeasurementProgress>? progress, CancellationToken cancellation)
    {
        var dictionaries = new HitDictionaries(definition.CustomDimensions.Count)
        {
            KeepsOperators = definition.NeedsOperators,
            KeepsCollectivities = definition.NeedsCollectivities,
        };
        var budget = new MemoryBudget(options.HitBytes > 0 ? options.HitBytes : options.MemoryLimit.Bytes / 2);
        using var spill = new SpillFile(options.TemporaryFolder);
        using var hits = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(dictionaries), budget, slabs, spill, cancellation);
        var homes = new VisitorHomes(1 << options.PartitionBits, options.PartitionVisitors);
        using var visitors = new VisitorIndex(homes, budget);

        var observations = new ObservationSum();
        var reading = new ReadingStage(options, definition, dictionaries, secret, shard, recount?.Tally) { Observations = observations };
        var read = await Trace.StageAsync("read", () => reading.RunAsync(log, visitors, hits, progress, cancellation)).ConfigureAwait(false);

        // Where no shard holds whole persons, the merge must know them again; else, from here on visitors are their codes, and counting may have the memory.
        var ranks = shard is null || definition.Norm.VisitsKeyedBy == VisitorKey.Person ? null : new VisitorRanks(visitors, budget);
        recount?.Choose(visitors);
        visitors.Dispose();

        var perimeter = PerimeterLookup.Of(definition.Perimeter, dictionaries, definition.Annuaire);
        var plan = new CountingPlan(definition.CountedPeriods, definition.CountedLevels);
        var territories = new TerritoryIndex(dictionaries, definition.Annuaire, plan);
        var counting = new VisitStage(options, definition, dictionaries, territories, plan, recount) { Observations = observations, Perimeter = perimeter };
        using var deferred = definition.Norm.VisitsKeyedBy == VisitorKey.Person ? null : MarksInto();
        recount?.Begin(dictionaries, territories, plan, perimeter, MarksInto);
        var (order, done) = (homes.InOrder(), 0);
        var counters = Trace.Stage("count", () =>
        {
            var counted = counting.CountVisits(hits, order, deferred, _ => Report(MeasurementStage.Counting, Interlocked.Increment(ref done)), cancellation);
            if (deferred is not null && shard is null)
            {
                counting.CountUsers(counted, deferred, cancellation);
            }

            return counted;
        });
        using var users = deferred is null || ranks is null ? null : new DeferredUsers(deferred, ranks, MarksInto());

        // From here on the memory is the tables'. What was spilled needed all of it, so that the next log's first touch of it will not be what takes long.
        hits.Dispose();
        if (spill.Length > 0)
        {
            slabs.Trim();
        }

        recount?.Complete(counting, read.Qualification.Qualified, cancellation);
        read.Qualification.Add(counting.Exclusions);
        var rows = Trace.Stage("roll_up", () =>
        {
            var rolled = new RollUp(plan, dictionaries, territories);
            rolled.Run(counters, cancellation);
            return rolled;
        });

        Report(MeasurementStage.Publishing, order.Length);
        var observed = HitObservations.Of(observations, dictionaries, perimeter);
        return take(new CountedLog(read, counting.Visits, observed, dictionaries, territories, rows, spill.Length), users);

        SortedPartitions<UserMark, UserMarkOrder> MarksInto() => new(default, budget, slabs, spill, cancellation);

        void Report(MeasurementStage stage, int partsDone) =>
            progress?.Report(new MeasurementProgress(stage, read.BytesRead, read.BytesRead, partsDone, order.Length, ""));
    }
}
