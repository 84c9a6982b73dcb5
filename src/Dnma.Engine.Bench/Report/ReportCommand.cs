using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Bench.Layers;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Bench.Report;

/// <summary>The verb <c>report</c>: runs every bench and rewrites the page of their results.</summary>
internal static class ReportCommand
{
    private const string Usage =
        """
        report [--quick] [--out FILE]    runs the benches and writes their results, docs/benchmarks.md by default
          --quick    a tenth of the hits, in less than five minutes
        """;

    private const string Head = "| what | best, ms | median, ms | M hits/s | MB/s | ns a hit |\n|---|---:|---:|---:|---:|---:|\n";

    public static int Run(string[] arguments)
    {
        var output = Path.Combine("docs", "benchmarks.md");
        var isQuick = false;
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--quick": isQuick = true; break;
                case "--out" when i + 1 < arguments.Length: output = arguments[++i]; break;
                default:
                    Console.Error.WriteLine(Usage);
                    return arguments[i] == "--help" ? 0 : 1;
            }
        }

        var (hits, runs, threads) = (isQuick ? 1_000_000L : 10_000_000L, isQuick ? 3 : 5, Environment.ProcessorCount);
        var core = CoreTimings.Run(hits, threads, runs).ToArray();
        var layers = Layers(hits, threads, isQuick ? 3 : 1);
        File.WriteAllText(output, Page(core, layers, threads));
        return 0;
    }

    private static Timing[] Layers(long hits, int threads, int runs)
    {
        var folder = Directory.CreateTempSubdirectory("dnma-bench-");
        try
        {
            var path = Path.Combine(folder.FullName, "smarttag.log");
            var form = HitForm.Find("smarttag-log") ?? throw new EngineException(ErrorId.InvalidOption, "form", "smarttag-log is none");
            using (var file = File.Create(path))
            {
                LogGeneration.Write(new GenerationOptions { Hits = hits }, form, file);
            }

            return [.. new LogLayers(path, hits, threads, runs).Run(Path.Combine(folder.FullName, "out"))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Page(Timing[] core, Timing[] layers, int threads)
    {
        var page = new StringBuilder();
        page.Append("# Benchmarks\n\nWritten by `dotnet run -c Release --project src/Dnma.Engine.Bench -- report`; do not edit. Machines that are shared are noisy: compare within\none run. Every peer gave the core's answer, cell by cell, before it was timed. Hits are those of the generator (seed 1).\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}, {Processor()}, {threads} threads, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.\n\n");
        page.Append("## The core, over encoded hits in memory\n\nRecords of 32 bytes, in the order of the log.\n\n").Append(Head);
        Array.ForEach(core, timing => page.Append(timing.ToMarkdown()).Append('\n'));
        page.Append("\n## A SmartTag access log, from its file to all outputs\n\nEach layer does what the one before does, and more. The digest is part of every reading.\n\n").Append(Head);
        Array.ForEach(layers, timing => page.Append(timing.ToMarkdown()).Append('\n'));
        return page.ToString();
    }

    private static string Processor()
    {
        const string Key = "model name";
        var line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(text => text.StartsWith(Key, StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
    }
}
