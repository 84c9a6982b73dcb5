using System.Diagnostics;
using System.Globalization;
using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.References;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Disclosure;

/// <summary>The verb <c>withhold</c>: what disclosure control withholds of a log's table, and how long it takes.</summary>
internal static class WithholdCommand
{
    public static int Run(string[] arguments)
    {
        if (arguments is not [not "--help", _, ..])
        {
            Console.Error.WriteLine("withhold FILE K... [--establishments FILE]    measures a log; withholds under each threshold; prints rows, primary, secondary, milliseconds, and the peak of resident memory in MiB");
            return arguments is ["--help"] ? 0 : 1;
        }

        var annuaire = arguments is [.., "--establishments", var path] ? Annuaire.ReadAsync(path).GetAwaiter().GetResult() : Annuaire.Empty;
        using var process = Process.GetCurrentProcess();
        var engine = AudienceEngine.Create(options => options with { Recount = RecountScope.None });
        var measurement = engine.MeasureAsync(HitLog.Files(arguments[0]), MeasurementDefinition.Of(Norm.Dnma) with { Annuaire = annuaire }).GetAwaiter().GetResult();
        var table = measurement.Indicators;
        var range = new DayRange(LocalCalendar.DayOf(measurement.From!.Value), LocalCalendar.DayOf(measurement.To!.Value));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Count} rows, measured with a peak of {process.PeakWorkingSet64 >> 20} MiB"));
        foreach (var threshold in arguments.Skip(1).TakeWhile(argument => argument != "--establishments").Select(argument => int.Parse(argument, CultureInfo.InvariantCulture)))
        {
            GC.Collect();
            var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
            string outcome;
            try
            {
                var withheld = new DisclosureControl(threshold, range, annuaire).Apply(table, default).Outcome;
                outcome = string.Create(CultureInfo.InvariantCulture, $"{withheld.Primary} primary, {withheld.Secondary} secondary, left out: {string.Join(" ", withheld.LeftOut)}");
            }
            catch (EngineException error)
            {
                outcome = error.Message;
            }

            process.Refresh();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"k = {threshold}: {outcome}, {watch.ElapsedMilliseconds} ms ({(process.TotalProcessorTime - before).TotalMilliseconds:0} ms of processor), peak {process.PeakWorkingSet64 >> 20} MiB"));
        }

        engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return 0;
    }
}
