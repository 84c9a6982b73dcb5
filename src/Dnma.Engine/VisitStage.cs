using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine;

/// <summary>
/// From scattered hits to counted rows: every partition is read in order by one of the workers, made into visits and counted; then the
/// workers' counts are brought together. Partition and worker numbers never show in the outcome.
/// </summary>
internal sealed class VisitStage(EngineOptions options, MeasurementDefinition definition, HitDictionaries dictionaries, TerritoryIndex territories)
{
    private readonly CountingPlan _plan = new(definition.Periods, definition.Levels);

    public VisitLedger Visits { get; } = new();

    public QualificationLedger Exclusions { get; } = new();

    public RollUp Run(SortedPartitions<PackedHit, HitOrder> hits, MemoryBudget budget, SpillFile spill, Action<int> onPartition, CancellationToken cancellation)
    {
        using var deferred = definition.Norm.VisitsKeyedBy == VisitorKey.Person
            ? null
            : new SortedPartitions<UserMark, UserMarkOrder>(default, options.PartitionBits, budget, spill);
        var counters = CountVisits(hits, deferred, onPartition, cancellation);
        if (deferred is not null)
        {
            CountUsers(counters, deferred, cancellation);
        }

        var rollUp = new RollUp(_plan, dictionaries, territories);
        rollUp.Run(counters);
        return rollUp;
    }

    private List<IndicatorCounter> CountVisits(
        SortedPartitions<PackedHit, HitOrder> hits,
        SortedPartitions<UserMark, UserMarkOrder>? deferred,
        Action<int> onPartition,
        CancellationToken cancellation)
    {
        var next = -1;
        var counters = new List<IndicatorCounter>();
        InParallel(() =>
        {
            var writer = deferred?.OpenWriter();
            var counter = new IndicatorCounter(_plan, dictionaries, territories, writer);
            var sessionizer = new Sessionizer(definition.Norm, dictionaries, definition.Zone, definition.Range, counter);
            PackedHit[] scratch = [];
            for (var partition = Interlocked.Increment(ref next); partition < hits.Count; partition = Interlocked.Increment(ref next))
            {
                hits.Read(partition, ref scratch, records =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    sessionizer.Push(records);
                });
                sessionizer.Finish();
                onPartition(partition);
            }

            writer?.Complete();
            lock (counters)
            {
                counters.Add(counter);
                Visits.Add(sessionizer.Ledger);
                Exclusions.Add(sessionizer.Exclusions);
            }
        });
        return counters;
    }

    private void CountUsers(List<IndicatorCounter> counters, SortedPartitions<UserMark, UserMarkOrder> deferred, CancellationToken cancellation)
    {
        var (next, worker) = (-1, -1);
        InParallel(() =>
        {
            var counter = counters[Interlocked.Increment(ref worker)];
            UserMark[] scratch = [];
            for (var partition = Interlocked.Increment(ref next); partition < deferred.Count; partition = Interlocked.Increment(ref next))
            {
                deferred.Read(partition, ref scratch, marks =>
                {
                    cancellation.ThrowIfCancellationRequested();
                    counter.CountDeferred(marks);
                });
            }
        });
    }

    private void InParallel(Action work)
    {
        var tasks = new Task[options.Threads];
        for (var i = 0; i < tasks.Length; i++)
        {
            tasks[i] = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Task.WhenAll(tasks).GetAwaiter().GetResult();
    }
}
