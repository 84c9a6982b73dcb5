using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Observations;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Bench.Core;

/// <summary>Runs the core over encoded hits. Memory of earlier runs is used again, as in an engine that lives on.</summary>
internal sealed class CoreRun(EncodedHits input, int threads, ByteSize memory) : IDisposable
{
    private readonly SlabStore _slabs = new();

    /// <summary>Bytes that the last run of the four tables spilled.</summary>
    public long Spilled { get; private set; }

    /// <summary>Scattered, made into visits, counted with exact users, rolled up, arranged as the four published tables.</summary>
    public (IndicatorTable Indicators, OpenDataTable[] Tables, StageClock Clock) FourTables(CountingPlan plan)
    {
        var clock = new StageClock();
        var options = new EngineOptions { Threads = threads, MemoryLimit = memory };
        var budget = new MemoryBudget(memory.Bytes / 2);
        using var spill = new SpillFile(options.TemporaryFolder);
        using var hits = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(input.Dictionaries), budget, _slabs, spill);
        Scatter(hits);
        clock.Lap("scatter");

        var territories = new TerritoryIndex(input.Dictionaries, Annuaire.Empty);

        // As in a measurement, visitors are observed for the controls meanwhile.
        var counting = new VisitStage(options, MeasurementDefinition.Of(Norm.Dnma), input.Dictionaries, territories, plan) { Observations = new ObservationSum() };
        var counters = counting.CountVisits(hits, input.Partitions, null, _ => { }, CancellationToken.None);
        clock.Lap("visits, users");

        var rollUp = new RollUp(plan, input.Dictionaries, territories);
        rollUp.Run(counters);
        clock.Lap("roll-up");

        var order = new TableOrder(territories, counting.Visits.FirstDay);
        var indicators = new IndicatorTableBuilder(rollUp.Indicators, order, input.Dictionaries, []).Build(default);
        var tables = OpenDataSet.All.Select(set => OpenDataTable.Of(set, indicators, new AnnuaireLabels(Annuaire.Empty))).ToArray();
        clock.Lap("tables");
        Spilled = spill.Length;
        return (indicators, tables, clock);
    }

    /// <summary>Scattered and made into visits, of which but the nation's number, users and time are kept.</summary>
    public (NationalTotal Total, StageClock Clock) National()
    {
        var clock = new StageClock();
        var budget = new MemoryBudget(memory.Bytes / 2);
        using var spill = new SpillFile(Path.GetTempPath());
        using var hits = new SortedPartitions<PackedHit, HitOrder>(new HitOrder(input.Dictionaries), budget, _slabs, spill);
        Scatter(hits);
        clock.Lap("scatter");

        var total = new NationalTotal();
        Workers.Share(
            threads,
            hits.Count,
            () => (Sink: new NationalTotal(), Workspace: new PartitionWorkspace<PackedHit>()),
            (state, partition) =>
            {
                var sessionizer = new Sessionizer(Norm.Dnma, input.Dictionaries, CivilZone.Paris, null, state.Sink);
                hits.Read(partition, state.Workspace, sessionizer.Push);
                sessionizer.Finish();
            },
            state => total.Add(state.Sink));
        clock.Lap("visits, users");
        return (total, clock);
    }

    /// <summary>The ceiling: the same bytes copied by as many threads, to memory that was touched before.</summary>
    public TimeSpan Copy()
    {
        var target = new PackedHit[input.Blocks.Count][];
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = new PackedHit[input.Blocks[i].Length];
            input.Blocks[i].CopyTo(target[i]);
        }

        var clock = new StageClock();
        Workers.Share(threads, target.Length, () => 0, (_, block) => input.Blocks[block].CopyTo(target[block]), _ => { });
        clock.Lap("copy");
        return clock.Total;
    }

    public void Dispose() => _slabs.Dispose();

    private void Scatter(SortedPartitions<PackedHit, HitOrder> hits) => Workers.Share(
        threads,
        input.Blocks.Count,
        hits.OpenWriter,
        (writer, block) =>
        {
            foreach (ref readonly var hit in input.Blocks[block].Span)
            {
                writer.Add(hit);
            }
        },
        writer => writer.Complete());
}
