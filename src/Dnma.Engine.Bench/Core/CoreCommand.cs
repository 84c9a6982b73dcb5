using System.Globalization;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Peers;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Core;

/// <summary>The verb <c>core</c>: the core over encoded hits in memory, stage by stage, beside its ceiling and a peer.</summary>
internal static class CoreCommand
{
    private const int Runs = 5;

    public static int Run(string[] arguments)
    {
        var hits = arguments.Length > 0 ? long.Parse(arguments[0], CultureInfo.InvariantCulture) : 10_000_000;
        var threads = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        var input = EncodedHits.Generate(new GenerationOptions { Hits = hits, Days = 7 }, Norm.Dnma);
        Console.WriteLine($"{input.Count} encoded hits of {input.Dictionaries.Establishments.Count - 1} establishments, {threads} threads");
        using var core = new CoreRun(input, threads, ByteSize.GiB(16));
        Repeat("copy of the same bytes", input.Count, () => (core.Copy(), ""));
        Repeat("national total", input.Count, () => Tell(core.National().Clock));
        Repeat("four tables", input.Count, () => Tell(core.FourTables(CountingPlan.OpenData).Clock));
        if (arguments.Contains("--peers"))
        {
            ComparePeers(input, core, threads);
        }

        return 0;
    }

    private static void ComparePeers(EncodedHits input, CoreRun core, int threads)
    {
        using var duckDb = new DuckDbPeer(input, threads);
        var total = core.National().Total;
        var answer = duckDb.NationalTotal();
        if ((total.Visits, total.Users, total.DurationMs) != (answer.Visits, answer.Users, answer.DurationMs))
        {
            throw new InvalidOperationException($"DuckDB disagrees: {total.Visits} {total.Users} {total.DurationMs}, {answer.Visits} {answer.Users} {answer.DurationMs}");
        }

        PeerAgreement.Demand("DuckDB", PeerAgreement.Of(core.FourTables(CountingPlan.OpenData).Indicators), duckDb.FourTables().Rows);
        Console.WriteLine("DuckDB agrees on every cell");
        Repeat("DuckDB national total", input.Count, () => (duckDb.NationalTotal().Time, ""));
        Repeat("DuckDB four tables", input.Count, () => (duckDb.FourTables().Time, ""));
    }

    private static (TimeSpan, string) Tell(StageClock clock) => (clock.Total, string.Join(
        ", ", clock.Stages.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Stage} {s.Elapsed.TotalMilliseconds:0}/{s.Processor.TotalMilliseconds:0}"))));

    private static void Repeat(string what, long hits, Func<(TimeSpan Time, string Detail)> run)
    {
        var runs = new List<(TimeSpan Time, string Detail)>();
        for (var i = 0; i < Runs; i++)
        {
            runs.Add(run());
        }

        var (time, detail) = runs.MinBy(r => r.Time);
        var slowest = runs.Max(r => r.Time);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: best {time.TotalMilliseconds:0} ms, worst {slowest.TotalMilliseconds:0} ms, {hits / time.TotalSeconds / 1e6:0.0} M hits/s  {detail}"));
    }
}
