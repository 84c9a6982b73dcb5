using System.Diagnostics;
using System.Globalization;
using Dnma.Engine.History;

namespace Dnma.Engine.Bench.OpenData;

/// <summary>The verb <c>history</c>: published files into tables in a process that does nothing else.</summary>
internal static class HistoryCommand
{
    public static int Run(string[] arguments)
    {
        if (arguments is not [var path, "--threads", var threads])
        {
            Console.Error.WriteLine("history FILE --threads N    published files into tables; prints milliseconds, those of the processors, the peak of resident memory and what stays, both in MiB, rows, and visits of the first modality");
            return arguments is ["--help"] ? 0 : 1;
        }

        var watch = Stopwatch.StartNew();
        var history = PublishedHistory.ReadAsync([path], new HistoryOptions { Threads = int.Parse(threads, CultureInfo.InvariantCulture) }).GetAwaiter().GetResult();
        var time = watch.Elapsed;
        using var process = Process.GetCurrentProcess();
        var busy = process.TotalProcessorTime.TotalMilliseconds;
        var peak = process.PeakWorkingSet64 >> 20;
        var stays = GC.GetTotalMemory(forceFullCollection: true) >> 20;
        var visits = history.Tables[0].Years(0).Sum(year => year.Visits);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} {busy:0} {peak} {stays} {history.Tables.Sum(table => table.Count)} {visits}"));
        GC.KeepAlive(history);
        return 0;
    }
}
