using System.Diagnostics;
using System.Globalization;

namespace Dnma.Engine.Bench.Files;

/// <summary>The verb <c>measure</c>: a file to the four tables in a process that does nothing else, for its peak of memory and for profilers.</summary>
internal static class MeasureCommand
{
    public static int Run(string[] arguments)
    {
        if (arguments is not ([not "--help"] or [_, "--threads", _]))
        {
            Console.Error.WriteLine("measure FILE [--threads N]    a log to the four tables, as report times it; prints milliseconds and the peak of resident memory in MiB");
            return arguments is ["--help"] ? 0 : 1;
        }

        using var run = new FileRun(arguments.Length > 1 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : Environment.ProcessorCount);
        var time = run.FourTables(arguments[0]).Time;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} {process.PeakWorkingSet64 >> 20}"));
        return 0;
    }
}
