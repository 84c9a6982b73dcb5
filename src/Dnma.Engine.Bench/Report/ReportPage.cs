using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using DuckDB.NET.Data;

namespace Dnma.Engine.Bench.Report;

/// <summary>The page of results.</summary>
internal static class ReportPage
{
    public static string Of(IReadOnlyList<Section> sections, ReportOptions options, string clickHouse, string image)
    {
        var page = new StringBuilder("# Benchmarks\n\n");
        page.Append("Written by `dotnet run -c Release --project src/Dnma.Engine.Bench -- report");
        page.Append(options.IsQuick ? " --quick`" : "`").Append("; do not edit. Machines that are shared are noisy: compare within one run.\n");
        page.Append("Every peer gave the engine's answer, cell by cell, before it was timed. Ratios are of the best runs. Hits are those of the generator (seed 1).\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}{(options.IsQuick ? ", **quick: small sizes**" : "")}. {Machine(options.Threads)}\n");
        page.Append(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, DuckDB {DuckDbVersion()}, {clickHouse}.\n\n");
        page.Append("## Targets\n\n");
        if (options.IsQuick)
        {
            page.Append("They are set for the full sizes: fixed costs weigh more in these.\n\n");
        }

        page.Append(Target.Head);
        foreach (var target in sections.SelectMany(section => section.Targets))
        {
            page.Append(target.ToMarkdown());
        }

        page.Append(CultureInfo.InvariantCulture, $"\n![Nanoseconds a hit of every row below]({image})\n");
        foreach (var section in sections)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n{section.Text.Trim()}\n");
            if (section.Timings.Count > 0)
            {
                page.Append('\n').Append(Timing.Head);
            }

            foreach (var timing in section.Timings)
            {
                page.Append(timing.ToMarkdown());
            }

            if (section.Notes.Length > 0)
            {
                page.Append('\n').Append(section.Notes.Trim()).Append('\n');
            }
        }

        return page.ToString();
    }

    private static string Machine(int threads) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {threads} threads, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription},");

    private static string DuckDbVersion()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }

    private static string Processor()
    {
        const string Key = "model name";
        var line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(text => text.StartsWith(Key, StringComparison.Ordinal)) : null;
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':') + 1)..].Trim();
    }
}
