using System.Diagnostics;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Bench.Core;

/// <summary>One run of the core over encoded hits: scattered, made into visits, counted, rolled up, arranged as the four published tables.</summary>
internal sealed class CoreRun
{
    private CoreRun(OpenDataTable[] tables, StageTime[] stages)
    {
        Tables = tables;
        Stages = stages;
    }

    public OpenDataTable[] Tables { get; }

    public StageTime[] Stages { get; }

    public TimeSpan Total => new(Stages.Sum(stage => stage.Elapsed.Ticks));

    public static CoreRun Of(EncodedHits input, CountingPlan plan, int threads, ByteSize memory, SlabStore slabs)
    {
        var watch = Stopwatch.StartNew();
        var stages = new List<StageTime>();
        var processor = Environment.CpuUsage.TotalTime;
        var options = new EngineOptions { Threads = threads, MemoryLimit = memory };
        var definition = MeasurementDefinition.Of(Norm.Dnma);
        var budget = new MemoryBudget(memory.Bytes / 2);
        using var spill = new SpillFile(options.TemporaryFolder);
        using var hits = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(input.Dictionaries), budget, slabs, spill);
        Scatter(input, hits, threads);
        Lap("scatter");

        var territories = new TerritoryIndex(input.Dictionaries, Annuaire.Empty);
        var counting = new VisitStage(options, definition, input.Dictionaries, territories, plan);
        var counters = counting.Count(hits, budget, slabs, spill, _ => { }, CancellationToken.None);
        Lap("visits and users");

        var rollUp = new RollUp(plan, input.Dictionaries, territories);
        rollUp.Run(counters);
        Lap("roll-up");

        var order = new TableOrder(territories, counting.Visits.FirstDay);
        var indicators = new IndicatorTableBuilder(rollUp, order, input.Dictionaries, []).Build(default);
        Lap("indicators");

        var tables = OpenDataSet.All.Select(set => OpenDataTable.Of(set, indicators, new AnnuaireLabels(Annuaire.Empty))).ToArray();
        Lap("tables");
        return new CoreRun(tables, [.. stages]);

        void Lap(string stage)
        {
            var used = Environment.CpuUsage.TotalTime;
            stages.Add(new StageTime(stage, watch.Elapsed, used - processor));
            processor = used;
            watch.Restart();
        }
    }

    private static void Scatter(EncodedHits input, SortedPartitions<PackedHit, HitOrder> hits, int threads)
    {
        var next = -1;
        var workers = new Thread[threads];
        for (var t = 0; t < threads; t++)
        {
            workers[t] = new Thread(() =>
            {
                var writer = hits.OpenWriter();
                for (var block = Interlocked.Increment(ref next); block < input.Blocks.Count; block = Interlocked.Increment(ref next))
                {
                    foreach (ref readonly var hit in input.Blocks[block].Span)
                    {
                        writer.Add(hit);
                    }
                }

                writer.Complete();
            });
            workers[t].Start();
        }

        Array.ForEach(workers, worker => worker.Join());
    }
}
