using System.Globalization;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Core;

/// <summary>The verb <c>core</c>: nanoseconds a hit of every stage of the core, by one thread and by all; for work on the core.</summary>
internal static class CoreCommand
{
    public static int Run(string[] arguments)
    {
        if (arguments is not ([] or [_] or [_, _]) || !TryNumber(arguments, 0, 5, out var millions) || !TryNumber(arguments, 1, 9, out var runs))
        {
            Console.Error.WriteLine("core [MILLIONS [RUNS]]    generates so many million hits (5), scatters, sessionizes and counts them so often (9); prints the best of each stage, in ns a hit");
            return arguments is ["--help"] ? 0 : 1;
        }

        var input = EncodedHits.Generate(new GenerationOptions { Hits = millions * 1_000_000L, Days = 7 }, Norm.Dnma);
        var all = Environment.ProcessorCount;
        using var single = new CoreRun(input, 1, ByteSize.GiB(16));
        using var core = new CoreRun(input, all, ByteSize.GiB(16));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{input.Count} hits, {input.Partitions.Length} partitions"));
        var copy = double.PositiveInfinity;
        var best = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var run = 0; run < runs; run++)
        {
            copy = Math.Min(copy, core.Copy().TotalNanoseconds / input.Count);
            Keep("national, 1 thread", single.National().Clock);
            Keep($"national, {all} threads", core.National().Clock);
            Keep("tables, 1 thread", single.FourTables(CountingPlan.OpenData).Clock);
            Keep($"tables, {all} threads", core.FourTables(CountingPlan.OpenData).Clock);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{copy,8:0.0}  copy"));
        foreach (var (stage, nanoseconds) in best)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{nanoseconds,8:0.0}  {stage}"));
        }

        return 0;

        void Keep(string what, StageClock clock)
        {
            foreach (var stage in clock.Stages)
            {
                KeepOne($"{what}: {stage.Stage}", stage.Elapsed);
            }

            KeepOne(what, clock.Total);
        }

        void KeepOne(string name, TimeSpan elapsed)
        {
            var nanoseconds = elapsed.TotalNanoseconds / input.Count;
            best[name] = Math.Min(best.GetValueOrDefault(name, double.PositiveInfinity), nanoseconds);
        }
    }

    private static bool TryNumber(string[] arguments, int index, int standard, out int number)
    {
        number = standard;
        return index >= arguments.Length || (int.TryParse(arguments[index], NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0);
    }
}
