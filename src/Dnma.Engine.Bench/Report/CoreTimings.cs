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
    public static IEnumerable<Timing> Run(long generated, int threads, int runs)
    {
        var input = EncodedHits.Generate(new GenerationOptions { Hits = generated, Days = 7 }, Norm.Dnma);
        var bytes = input.Count * 32;
        using var core = new CoreRun(input, threads, ByteSize.GiB(16));
        using var single = new CoreRun(input, 1, ByteSize.GiB(16));
        using var duckDb = new DuckDbPeer(input, threads);
        Agree(core, duckDb);
        yield return Timing.Of("copy the same bytes", input.Count, bytes, runs, core.Copy);
        yield return Timing.Of("national total: visits, users, time", input.Count, bytes, runs, () => core.National().Clock.Total);
        yield return Timing.Of("the same, one thread", input.Count, bytes, runs, () => single.National().Clock.Total);
        yield return Timing.Of("the same, DuckDB", input.Count, bytes, runs, () => duckDb.NationalTotal().Time);
        yield return Timing.Of("four published tables, exact users", input.Count, bytes, runs, () => core.FourTables(CountingPlan.OpenData).Clock.Total);
        yield return Timing.Of("the same, one thread", input.Count, bytes, runs, () => single.FourTables(CountingPlan.OpenData).Clock.Total);
        yield return Timing.Of("all indicators (every period, level, dimension)", input.Count, bytes, runs, () => core.FourTables(Everything()).Clock.Total);
        yield return Timing.Of("four published tables, DuckDB", input.Count, bytes, runs, () => duckDb.FourTables().Time);
    }

    private static CountingPlan Everything() => new(Enum.GetValues<Time.PeriodKind>(), Enum.GetValues<Indicators.TerritoryLevel>());

    private static void Agree(CoreRun core, DuckDbPeer duckDb)
    {
        var total = core.National().Total;
        var answer = duckDb.NationalTotal();
        if ((total.Visits, total.Users, total.DurationMs) != (answer.Visits, answer.Users, answer.DurationMs))
        {
            throw new InvalidOperationException(
                $"DuckDB disagrees: {total.Visits} visits, {total.Users} users, {total.DurationMs} ms; {answer.Visits}, {answer.Users}, {answer.DurationMs}");
        }

        PeerAgreement.Demand("DuckDB", PeerAgreement.Of(core.FourTables(CountingPlan.OpenData).Indicators), duckDb.FourTables().Rows);
    }
}
