using System.Text.Json;
using Dnma.Engine.Bench.Core;
using Dnma.Engine.Bench.Scale;

namespace Dnma.Engine.Bench.Report;

/// <summary>Scale runs, each in a process of its own, so that the peak of memory is that of one run.</summary>
internal sealed class ScaleTable(ReportOptions options)
{
    private sealed record Step(long Hits, int Visitors, int Establishments, string Memory);

    private static readonly Step[] Quick = [new(2_000_000, 80_000, 300, "64MiB"), new(10_000_000, 400_000, 1_200, "64MiB")];

    private static readonly Step[] Full =
    [
        new(100_000_000, 2_000_000, 30_000, "512MiB"), new(200_000_000, 4_000_000, 30_000, "600MiB"), new(1_000_000_000, 20_000_000, 30_000, "3500MiB"),
    ];

    public Section Run()
    {
        var results = (options.IsQuick ? Quick : Full).Select(Run).ToArray();
        var (least, most) = (results[0], results[^1]);
        return new Section(
            "Scale",
            "Hits straight from the generator into the core, each run in a process of its own; the generator's time is taken apart. One thread scatters, all count. The peak is that of the whole process.",
            [],
            [
                Target.Within("cost of a hit, the largest run beside the smallest, both spilling", most.NanosecondsPerHit, least.NanosecondsPerHit, 1.3),
                .. results.Select(result => Target.AtMost($"peak of memory over the limit, {result.Hits / 1_000_000} M hits", Math.Max(0, result.PeakBytes - result.LimitBytes) >> 20, ScaleResult.AllowanceBytes >> 20, "MiB")),
                Target.AtMost("temporary files left after scale runs", results.Sum(result => result.FilesLeft), 0, "files"),
            ])
        {
            Notes = ScaleResult.Head + string.Concat(results.Select(result => result.ToMarkdown())),
        };
    }

    private ScaleResult Run(Step step)
    {
        var output = ChildProcess.Run(
            "scale", "--json", "--hits", $"{step.Hits}", "--visitors", $"{step.Visitors}", "--establishments", $"{step.Establishments}", "--memory", step.Memory,
            "--threads", $"{options.Threads}");
        var result = JsonSerializer.Deserialize<ScaleResult>(output) ?? throw new InvalidOperationException($"the run of {step.Hits} hits told nothing");
        Console.Error.WriteLine(result);
        return result;
    }
}
