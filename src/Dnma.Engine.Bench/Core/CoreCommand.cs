using System.Globalization;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Bench.Core;

/// <summary>The verb <c>core</c>: the core over encoded hits in memory, stage by stage.</summary>
internal static class CoreCommand
{
    public static int Run(string[] arguments)
    {
        var hits = arguments.Length > 0 ? long.Parse(arguments[0], CultureInfo.InvariantCulture) : 10_000_000;
        var threads = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        var input = EncodedHits.Generate(new GenerationOptions { Hits = hits }, Norm.Dnma);
        Console.WriteLine($"{input.Count} encoded hits, {input.Dictionaries.Establishments.Count - 1} establishments");
        using var slabs = new SlabStore();
        for (var i = 0; i < 6; i++)
        {
            var run = CoreRun.Of(input, CountingPlan.OpenData, threads, ByteSize.GiB(8), slabs);
            var rate = input.Count / run.Total.TotalSeconds / 1e6;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Total.TotalSeconds:0.000} s {rate:0.0} M hits/s: {string.Join(", ", run.Stages.Select(s => $"{s.Stage} {s.Elapsed.TotalMilliseconds:0}/{s.Processor.TotalMilliseconds:0}"))} ms"));
        }

        return 0;
    }
}
