using System.Diagnostics;
using System.Globalization;
using Dnma.Engine.Bench.Files;

namespace Dnma.Engine.Bench.Layers;

/// <summary>
/// The verb <c>read</c>: one file as far as a layer, some times over in one process, by the clock and by processor time. Of two builds on a shared machine
/// the latter tells which one does less.
/// </summary>
internal static class ReadCommand
{
    private const string Usage =
        "read FILE [--layer parse|encode|tables] [--threads N] [--runs N]    reads a file as far as a layer; prints nanoseconds a hit by the clock and by processor time, the least and the middle one of the runs behind the first";

    public static int Run(string[] arguments)
    {
        if (arguments is [] or ["--help", ..])
        {
            Console.Error.WriteLine(Usage);
            return arguments is [] ? 1 : 0;
        }

        var (layer, threads, runs) = ("tables", Environment.ProcessorCount, 5);
        for (var i = 1; i + 1 < arguments.Length; i += 2)
        {
            switch (arguments[i])
            {
                case "--layer": layer = arguments[i + 1]; break;
                case "--threads": threads = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture); break;
                case "--runs": runs = int.Parse(arguments[i + 1], CultureInfo.InvariantCulture); break;
                default: Console.Error.WriteLine(Usage); return 1;
            }
        }

        using var tables = new FileRun(threads);
        var reading = new Reading(arguments[0], 0, threads, runs);
        var hits = reading.Parse();
        Print(hits, runs, layer switch
        {
            "parse" => () => reading.Parse(),
            "encode" => reading.Encode,
            _ => () => tables.FourTables(arguments[0]),
        });
        return 0;
    }

    private static void Print(long hits, int runs, Action run)
    {
        run();
        var (clock, processor) = (new double[runs], new double[runs]);
        for (var i = 0; i < runs; i++)
        {
            GC.Collect();
            var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            run();
            clock[i] = watch.Elapsed.TotalNanoseconds / hits;
            processor[i] = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalNanoseconds / hits;
        }

        Array.Sort(clock);
        Array.Sort(processor);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{hits} hits: clock {clock[0]:0.0} ({clock[runs / 2]:0.0}), processor {processor[0]:0.0} ({processor[runs / 2]:0.0}) ns a hit"));
    }
}
