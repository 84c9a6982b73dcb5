using System.Diagnostics;
using System.Globalization;
using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Files;

namespace Dnma.Engine.Bench.OpenData;

/// <summary>The verb <c>opendata</c>: a published data set of any size, generated, then read: by the engine, by a bare scan for line ends, and by DuckDB.</summary>
internal static class OpenDataCommand
{
    private const string Usage =
        """
        opendata [options]        a published data set, read into tables
          --rows N                how many (default 12000000)
          --set NAME              profils (default), services, appareils or profils-appareils
          --establishments N      rows a week (default 30000)
          --threads N             threads that read (default: the machine's)
          --times N               how often each is timed (default 3)
          --no-peer               without DuckDB
        """;

    public static int Run(string[] arguments)
    {
        if (OpenDataOptions.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine(Usage);
            return arguments.Contains("--help") ? 0 : 1;
        }

        var path = Path.Combine(Path.GetTempPath(), $"opendata-{options.Set.Code}-{Environment.ProcessId}.csv");
        try
        {
            Time("generated and written", 1, 0, () => PublishedFile.Write(path, options));
            var bytes = new FileInfo(path).Length;
            Console.WriteLine(Text($"{options.Rows} rows of {options.Set.ColumnNames.Count} columns, {bytes} bytes, {options.Threads} threads"));
            Time("newline scan", options.Times, bytes, () => Newlines.Count(path, options.Threads));
            var sums = new List<(long, long)>();
            for (var i = 0; i < options.Times; i++)
            {
                // A process of its own: its peak of memory is that of reading alone.
                var told = Array.ConvertAll(ChildProcess.Run("history", path, "--threads", $"{options.Threads}").Split(' '), text => long.Parse(text, CultureInfo.InvariantCulture));
                sums.Add((told[4], told[5]));
                Console.WriteLine(Text($"engine               {told[0] / 1000.0:0.00} s, {told[1] / 1000.0:0.00} s of processors  {bytes / 1e3 / told[0]:0} MB/s  peak {told[2]} MiB, of which {told[3]} MiB stay"));
            }

            for (var i = 0; i < (options.HasPeer ? options.Times : 0); i++)
            {
                var (time, busy, rows, visits) = DuckDbCsv.Read(path, options.Set, options.Threads);
                sums.Add((rows, visits));
                Console.WriteLine(Text($"DuckDB read_csv      {time.TotalSeconds:0.00} s, {busy.TotalSeconds:0.00} s of processors  {bytes / 1e6 / time.TotalSeconds:0} MB/s"));
            }

            var agree = sums.Distinct().Count() == 1;
            Console.WriteLine(Text($"{sums[0].Item1} rows and {sums[0].Item2} visits{(agree ? ", by all of them" : ": THEY DO NOT AGREE")}"));
            return agree ? 0 : 1;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Time(string what, int times, long bytes, Action work)
    {
        for (var i = 0; i < times; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            work();
            Console.WriteLine(Text($"{what,-20} {watch.Elapsed.TotalSeconds:0.00} s, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.00} s of processors{(bytes > 0 ? $"  {bytes / 1e6 / watch.Elapsed.TotalSeconds:0} MB/s" : "")}"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
