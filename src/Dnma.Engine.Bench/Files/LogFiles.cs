using System.Globalization;
using System.IO.Compression;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Bench.Peers;
using Dnma.Engine.Bench.Report;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Bench.Files;

/// <summary>A SmartTag access log, plain and as gzip, to the four tables, beside what the machine can do at all with the same bytes.</summary>
internal sealed class LogFiles(string folder, ReportOptions options)
{
    public Section Run()
    {
        var plain = Path.Combine(folder, "smarttag.log");
        var packed = plain + ".gz";
        var hits = options.IsQuick ? 500_000L : 5_000_000L;
        Write(plain, hits);
        using (var source = File.OpenRead(plain))
        using (var target = new GZipStream(File.Create(packed), CompressionLevel.Optimal))
        {
            source.CopyTo(target);
        }

        using var run = new FileRun(options.Threads);
        PeerAgreement.Demand(
            "the packed log", PeerAgreement.Of(run.FourTables(plain).Measurement.Indicators), PeerAgreement.Of(run.FourTables(packed).Measurement.Indicators));
        var bytes = new FileInfo(plain).Length;
        var lines = Timing.Of("bare read, newlines counted", hits, bytes, options.Runs, () => Newlines.Count(plain, options.Threads)) with { Role = Role.Ceiling };
        var text = Timing.Of("SmartTag log to the four tables", hits, bytes, options.LongRuns, () => run.FourTables(plain).Time);
        var inflations = new Inflation(packed, hits, bytes, options.LongRuns).Run().ToArray();
        var ceiling = inflations.Where(timing => timing.Role == Role.Ceiling).MinBy(timing => timing.Best)!;
        var gzip = Timing.Of("SmartTag log as gzip to the four tables", hits, bytes, options.LongRuns, () => run.FourTables(packed).Time);
        return new Section(
            "A SmartTag access log, plain and as gzip, to the four tables",
            string.Create(CultureInfo.InvariantCulture, $"{hits / 1e6:0.0} M hits with noise, {bytes / 1e6:0} MB, as gzip {new FileInfo(packed).Length / 1e6:0} MB. MB/s are those of the plain log. One gzip file is inflated by one thread; the checksum of its content is part of it. "),
            [lines, text, .. inflations, gzip],
            [
                Target.AtLeast("SmartTag log, plain", text.MegabytesPerSecond, 800, "MB/s"),
                Target.Beside("SmartTag log, plain, beside counting newlines", text.NanosecondsPerHit, lines.NanosecondsPerHit),
                Target.Within("SmartTag log as gzip, beside decompression alone", gzip.NanosecondsPerHit, ceiling.NanosecondsPerHit, 1.15),
            ])
        {
            Notes = PeakMemory.Sentence(plain, options.Threads),
        };
    }

    /// <summary>Writes a log with all its noise.</summary>
    public static void Write(string path, long hits)
    {
        var form = HitForm.Find("smarttag-log") ?? throw new EngineException(ErrorId.InvalidOption, "form", "smarttag-log is none");
        using var file = File.Create(path);
        LogGeneration.Write(new GenerationOptions { Hits = hits }, form, file);
    }
}
