using Dnma.Engine.Bench.Files;
using Dnma.Engine.Bench.Layers;

namespace Dnma.Engine.Bench.Report;

/// <summary>A SmartTag log from bare read to published files.</summary>
internal sealed class LayerTimings(string folder, ReportOptions options)
{
    public Section Run()
    {
        var path = Path.Combine(folder, "smarttag.log");
        var hits = options.IsQuick ? 500_000L : 10_000_000L;
        LogFiles.Write(path, hits);
        return new Section(
            "A SmartTag access log, from its file to all outputs",
            "Each layer does what the one before does, and more. The digest is part of every reading.",
            [.. new LogLayers(path, hits, options.Threads, options.IsQuick ? 2 : 1).Run(Path.Combine(folder, "out"))],
            []);
    }
}
