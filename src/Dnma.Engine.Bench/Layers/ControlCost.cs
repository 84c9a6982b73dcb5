using System.Diagnostics;
using System.Globalization;
using Dnma.Engine.Ingest;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Layers;

/// <summary>The verb <c>controls</c>: what the automated controls cost beside the measurement whose figures they are asked about.</summary>
internal static class ControlCost
{
    private const int Runs = 3;

    public static int Run(string[] arguments)
    {
        if (arguments is not [not "--help"])
        {
            Console.Error.WriteLine($"controls FILE    measures a log, asks all controls; prints the best of {Runs} runs of each, by the clock and by processor time, and the share of the controls");
            return arguments is ["--help"] ? 0 : 1;
        }

        var engine = AudienceEngine.Create(options => options);
        var log = HitLog.Files(arguments[0]);
        var measurement = engine.MeasureAsync(log, MeasurementDefinition.Of(Norm.Dnma)).GetAwaiter().GetResult();
        var measuring = Best(() => measurement = engine.MeasureAsync(log, MeasurementDefinition.Of(Norm.Dnma)).GetAwaiter().GetResult());
        var findings = measurement.Controls;
        var controls = Best(() => findings = measurement.ControlsWith([]));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{measurement.Measured.Table.Count} rows, {findings.Count} findings: measuring {measuring.Clock:0} ms ({measuring.Processor:0} ms of processor), controls {controls.Clock:0} ms ({controls.Processor:0}), {100 * controls.Clock / measuring.Clock:0.0} % ({100 * controls.Processor / measuring.Processor:0.0} %)"));
        engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return 0;
    }

    /// <summary>The least milliseconds of some runs: a machine that others use as well makes some of them longer, none shorter.</summary>
    private static (double Clock, double Processor) Best(Action run)
    {
        var (clock, processor) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var i = 0; i < Runs; i++)
        {
            GC.Collect();
            var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            run();
            clock = Math.Min(clock, watch.Elapsed.TotalMilliseconds);
            processor = Math.Min(processor, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
        }

        return (clock, processor);
    }
}
