using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Peers;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Report;

/// <summary>The core over encoded hits in memory, beside its ceiling and its peers, which are asked first whether they agree.</summary>
internal static class CoreTimings
{
    public static Section Run(ReportOptions options)
    {
        var (threads, runs) = (options.Threads, options.Runs);
        var input = EncodedHits.Generate(new GenerationOptions { Hits = options.IsQuick ? 1_000_000 : 10_000_000, Days = 7 }, Norm.Dnma);
        var bytes = input.Count * 32;
        using var core = new CoreRun(input, threads, ByteSize.GiB(16));
        using var single = new CoreRun(input, 1, ByteSize.GiB(16));
        using var duckDb = new DuckDbPeer(input, threads);
        using var session = ClickHouseSession.TryOpen(options.ClickHouse, threads);
        var clickHouse = session is null ? null : new ClickHousePeer(input, session);
        Agree(core, duckDb, clickHouse);
        var copy = Timing.Of("copy the same bytes", input.Count, bytes, runs, core.Copy) with { Role = Role.Ceiling };
        var national = Timing.Of("national total: visits, users, time", input.Count, bytes, runs, () => core.National().Clock.Total);
        var nationalSingle = Timing.Of("national total, one thread", input.Count, bytes, runs, () => single.National().Clock.Total);
        var nationalDuckDb = Timing.Of("national total, DuckDB", input.Count, bytes, options.LongRuns, () => duckDb.NationalTotal().Time) with { Role = Role.Peer };
        var tables = Timing.Of("four published tables, exact users", input.Count, bytes, runs, () => core.FourTables(CountingPlan.OpenData).Clock.Total);
        var tablesSingle = Timing.Of("four published tables, one thread", input.Count, bytes, runs, () => single.FourTables(CountingPlan.OpenData).Clock.Total);
        var tablesDuckDb = Timing.Of("four published tables, DuckDB", input.Count, bytes, options.LongRuns, () => duckDb.FourTables().Time) with { Role = Role.Peer };
        var nationalClickHouse = clickHouse is null ? null : Timing.Of("national total, ClickHouse", input.Count, bytes, options.LongRuns, () => clickHouse.NationalTotal().Time) with { Role = Role.Peer };
        var tablesClickHouse = clickHouse is null ? null : Timing.Of("four published tables, ClickHouse", input.Count, bytes, options.LongRuns, () => clickHouse.FourTables().Time) with { Role = Role.Peer };
        var all = Timing.Of("all indicators (every period, level, dimension)", input.Count, bytes, runs, () => core.FourTables(Everything()).Clock.Total);
        return new Section(
            "The core, over encoded hits in memory",
            "Records of 32 bytes, in the order of the log.",
            [.. new[] { copy, national, nationalSingle, nationalDuckDb, nationalClickHouse, tables, tablesSingle, tablesDuckDb, tablesClickHouse, all }.OfType<Timing>()],
            [
                Target.AtLeast("four tables, hits in memory", tables.MegahitsPerSecond, 40, "M hits/s"),
                Target.Faster("four tables, beside DuckDB over a table in memory", tables, tablesDuckDb, 25),
                Target.Faster("four tables, beside one ClickHouse node", tables, tablesClickHouse, 10),
                Target.AtLeast("national total, hits in memory", national.MegahitsPerSecond, 80, "M hits/s"),
                Target.Within("national total, beside a copy of the same bytes", national.NanosecondsPerHit, copy.NanosecondsPerHit, 8),
                Target.Faster("national total, beside one ClickHouse node", national, nationalClickHouse, 6),
                Target.Faster("national total, all threads beside one", national, nationalSingle, 1.8),
                Target.Faster("four tables, all threads beside one", tables, tablesSingle, 1.8),
            ]);
    }

    private static CountingPlan Everything() => new(Enum.GetValues<Time.PeriodKind>(), Enum.GetValues<Indicators.TerritoryLevel>());

    private static void Agree(CoreRun core, DuckDbPeer duckDb, ClickHousePeer? clickHouse)
    {
        var peers = new CorePeers(core);
        var total = duckDb.NationalTotal();
        peers.Demand("DuckDB", (total.Visits, total.Users, total.DurationMs), duckDb.FourTables().Rows);
        if (clickHouse is not null)
        {
            total = clickHouse.NationalTotal();
            peers.Demand("ClickHouse", (total.Visits, total.Users, total.DurationMs), clickHouse.FourTables().Rows);
        }
    }
}
