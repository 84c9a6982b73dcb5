using System.Globalization;
using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Peers;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Report;

/// <summary>The core beside plain LINQ, over fewer hits: what objects cost a garbage collector grows with them.</summary>
internal static class LinqTimings
{
    public static Section Run(ReportOptions options)
    {
        var input = EncodedHits.Generate(new GenerationOptions { Hits = options.IsQuick ? 300_000 : 1_000_000, Days = 7 }, Norm.Dnma);
        using var core = new CoreRun(input, options.Threads, ByteSize.GiB(4));
        var linq = new LinqPeer(input);
        var total = linq.NationalTotal();
        new CorePeers(core).Demand("LINQ", (total.Visits, total.Users, total.DurationMs), linq.FourTables().Rows);
        var bytes = input.Count * 32;
        var national = Timing.Of("national total", input.Count, bytes, options.Runs, () => core.National().Clock.Total);
        var nationalLinq = Timing.Of("national total, LINQ", input.Count, bytes, options.LongRuns, () => linq.NationalTotal().Time) with { Role = Role.Peer };
        var tables = Timing.Of("four published tables", input.Count, bytes, options.Runs, () => core.FourTables(CountingPlan.OpenData).Clock.Total);
        var tablesLinq = Timing.Of("four published tables, LINQ", input.Count, bytes, options.LongRuns, () => linq.FourTables().Time) with { Role = Role.Peer };
        return new Section(
            "The core beside plain LINQ",
            string.Create(CultureInfo.InvariantCulture, $"{input.Count / 1e6:0.0} M hits: GroupBy, OrderBy and lists of records, one thread, as one writes it first."),
            [national, nationalLinq, tables, tablesLinq],
            [
                Target.Beside("national total: plain LINQ beside the core", nationalLinq.NanosecondsPerHit, national.NanosecondsPerHit),
                Target.Beside("four tables: plain LINQ beside the core", tablesLinq.NanosecondsPerHit, tables.NanosecondsPerHit),
            ]);
    }
}
