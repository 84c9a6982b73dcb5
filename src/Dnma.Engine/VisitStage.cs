using System.Runtime.ExceptionServices;
using Dnma.Engine.Hits;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Observations;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine;

/// <summary>
/// From scattered hits to counts: every partition is read in order by one of the workers, made into visits and counted. Partition and worker
/// numbers never show in the outcome.
/// </summary>
/// <param name="options">How to work.</param>
/// <param name="definition">What is measured.</param>
/// <param name="dictionaries">What codes mean.</param>
/// <param name="territories">Which territories places belong to.</param>
/// <param name="plan">Which periods and levels are counted.</param>
/// <param name="recount">Takes the hits before visits are built of them; null where nobody does.</param>
internal sealed class VisitStage(
    EngineOptions options,
    MeasurementDefinition definition,
    HitDictionaries dictionaries,
    TerritoryIndex territories,
    CountingPlan plan,
    RecountStage? recount = null)
{
    public VisitLedger Visits { get; } = new();

    public QualificationLedger Exclusions { get; } = new();

    /// <summary>Whose visits are measured; null for all.</summary>
    public IPlaceSet? Perimeter { get; init; }

    /// <summary>Takes what is observed of visitors; null where nobody asks.</summary>
    public ObservationSum? Observations { get; init; }

    /// <summary>Makes the visits of all partitions and counts them; users as well, or their marks are set aside. One counter for each worker.</summary>
    /// <param name="hits">The hits.</param>
    /// <param name="order">Which partitions there are, those of the same places beside each other.</param>
    /// <param name="deferred">Takes the marks of users; null where visitors are persons.</param>
    /// <param name="onPartition">Is told of each partition that is done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public List<IndicatorCounter> CountVisits(
        SortedPartitions<PackedHit, HitOrder> hits,
        int[] order,
        SortedPartitions<UserMark, UserMarkOrder>? deferred,
        Action<int> onPartition,
        CancellationToken cancellation)
    {
        var shares = new PartitionShares(order, options.Threads);
        var counters = new List<IndicatorCounter>();
        InParallel((worker, stop) =>
        {
            var writer = deferred?.OpenWriter();
            using var tap = recount?.OpenTap();
            var counter = new IndicatorCounter(plan, dictionaries, territories, writer);
            var observer = Observations is null ? null : new VisitorObserver(definition.Norm.VisitsKeyedBy, dictionaries, definition.Zone, Perimeter);
            var sessionizer = new Sessionizer(definition.Norm, dictionaries, definition.Zone, definition.Range, counter, Perimeter, observer);
            var workspace = new PartitionWorkspace<PackedHit>();
            while (shares.TryTake(worker, out var partition))
            {
                hits.Read(partition, workspace, records =>
                {
                    stop.ThrowIfCancellationRequested();
                    tap?.Take(records);
                    sessionizer.Push(records);
                });
                sessionizer.Finish();
                tap?.Finish();
                onPartition(partition);
            }

            counter.Complete();
            writer?.Complete();
            tap?.Complete();
            lock (counters)
            {
                counters.Add(counter);
                Visits.Add(sessionizer.Ledger);
                Exclusions.Add(sessionizer.Exclusions);
                if (observer is not null)
                {
                    Observations?.Add(observer);
                }
            }
        }, cancellation);
        return counters;
    }

    /// <summary>Counts users whose marks were set aside.</summary>
    public void CountUsers(List<IndicatorCounter> counters, SortedPartitions<UserMark, UserMarkOrder> deferred, CancellationToken cancellation)
    {
        var next = -1;
        InParallel((worker, stop) =>
        {
            var counter = counters[worker];
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

    /// <summary>Lets every thread, numbered from 0, do the work. The first failure stops the other threads, and is the one that is reported.</summary>
    private void InParallel(Action<int, CancellationToken> work, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ExceptionDispatchInfo? failure = null;
        var tasks = new Task[options.Threads];
        for (var i = 0; i < tasks.Length; i++)
        {
            var worker = i;
            tasks[i] = Task.Factory.StartNew(() => Run(worker), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Task.WaitAll(tasks, CancellationToken.None);
        failure?.Throw();

        void Run(int worker)
        {
            try
            {
                work(worker, stop.Token);
            }
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(error), null);
                stop.Cancel();
            }
        }
    }
}
