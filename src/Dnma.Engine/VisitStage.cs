using System.Runtime.ExceptionServices;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine;

/// <summary>
/// From scattered hits to counts: every partition is read in order by one of the workers, made into visits and counted. Partition and worker
/// numbers never show in the outcome.
/// </summary>
internal sealed class VisitStage(EngineOptions options, MeasurementDefinition definition, HitDictionaries dictionaries, TerritoryIndex territories, CountingPlan plan)
{
    public VisitLedger Visits { get; } = new();

    public QualificationLedger Exclusions { get; } = new();

    /// <summary>Makes the visits of all partitions, and counts them; one counter for each worker.</summary>
    public List<IndicatorCounter> Count(
        SortedPartitions<PackedHit, HitOrder> hits, MemoryBudget budget, SlabStore slabs, SpillFile spill, Action<int> onPartition, CancellationToken cancellation)
    {
        using var deferred = definition.Norm.VisitsKeyedBy == VisitorKey.Person
            ? null
            : new SortedPartitions<UserMark, UserMarkOrder>(default, budget, slabs, spill, cancellation);
        var counters = CountVisits(hits, deferred, onPartition, cancellation);
        if (deferred is not null)
        {
            CountUsers(counters, deferred, cancellation);
        }

        return counters;
    }

    private List<IndicatorCounter> CountVisits(
        SortedPartitions<PackedHit, HitOrder> hits,
        SortedPartitions<UserMark, UserMarkOrder>? deferred,
        Action<int> onPartition,
        CancellationToken cancellation)
    {
        var next = -1;
        var counters = new List<IndicatorCounter>();
        InParallel(stop =>
        {
            var writer = deferred?.OpenWriter();
            var counter = new IndicatorCounter(plan, dictionaries, territories, writer);
            var sessionizer = new Sessionizer(definition.Norm, dictionaries, definition.Zone, definition.Range, counter);
            var workspace = new PartitionWorkspace<PackedHit>();
            for (var partition = Interlocked.Increment(ref next); partition < hits.Count; partition = Interlocked.Increment(ref next))
            {
                hits.Read(partition, workspace, records =>
                {
                    stop.ThrowIfCancellationRequested();
                    sessionizer.Push(records);
                });
                sessionizer.Finish();
                onPartition(partition);
            }

            counter.Complete();
            writer?.Complete();
            lock (counters)
            {
                counters.Add(counter);
                Visits.Add(sessionizer.Ledger);
                Exclusions.Add(sessionizer.Exclusions);
            }
        }, cancellation);
        return counters;
    }

    private void CountUsers(List<IndicatorCounter> counters, SortedPartitions<UserMark, UserMarkOrder> deferred, CancellationToken cancellation)
    {
        var (next, worker) = (-1, -1);
        InParallel(stop =>
        {
            var counter = counters[Interlocked.Increment(ref worker)];
            var workspace = new PartitionWorkspace<UserMark>();
            for (var partition = Interlocked.Increment(ref next); partition < deferred.Count; partition = Interlocked.Increment(ref next))
            {
                deferred.Read(partition, workspace, marks =>
                {
                    stop.ThrowIfCancellationRequested();
                    counter.CountDeferred(marks);
                });
            }

            counter.Complete();
        }, cancellation);
    }

    /// <summary>Lets every thread do the work. The first failure stops the other threads, and is the one that is reported.</summary>
    private void InParallel(Action<CancellationToken> work, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ExceptionDispatchInfo? failure = null;
        var tasks = new Task[options.Threads];
        for (var i = 0; i < tasks.Length; i++)
        {
            tasks[i] = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Task.WaitAll(tasks, CancellationToken.None);
        failure?.Throw();

        void Run()
        {
            try
            {
                work(stop.Token);
            }
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(error), null);
                stop.Cancel();
            }
        }
    }
}
