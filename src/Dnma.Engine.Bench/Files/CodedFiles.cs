using System.Globalization;
using Dnma.Engine.Bench.Layers;
using Dnma.Engine.Bench.Peers;
using Dnma.Engine.Bench.Report;

namespace Dnma.Engine.Bench.Files;

/// <summary>Canonical columns as Parquet and as CSV, to the four tables, beside DuckDB over the same file.</summary>
internal sealed class CodedFiles(string folder, ReportOptions options)
{
    private const string Timed =
        "The engine's public face, weeks of establishments: the four tables, and besides the ledgers, the digest of the file and the certificate. The file is in the system's cache. "
        + "Hits are without noise, coded, one a person and millisecond; DuckDB looks for neither duplicates nor ties.";

    public Section Parquet()
    {
        var path = Path.Combine(folder, "hits.parquet");
        var hits = CodedHits.Write(path, options.IsQuick ? 2_000_000 : 30_000_000);
        var (engine, duckDb, ceiling) = Compare(path, hits, "Parquet", "every column decoded by DuckDB, nothing else");
        var reading = Read(path, hits);
        return new Section(
            "Parquet of canonical columns, to the four tables",
            Size(path, hits) + Timed,
            [ceiling, .. reading, engine, duckDb],
            [Target.Faster("Parquet, beside DuckDB over the same file", engine, duckDb, 12), Target.Beside("Parquet, beside decoding its columns", engine.NanosecondsPerHit, ceiling.NanosecondsPerHit)])
        {
            Notes = PeakMemory.Sentence(path, options.Threads),
        };
    }

    public Section Csv()
    {
        var csv = Path.Combine(folder, "hits.csv");
        var hits = CodedHits.Write(csv, options.IsQuick ? 1_000_000 : 10_000_000);
        var lines = Timing.Of("bare read, newlines counted", hits, new FileInfo(csv).Length, options.Runs, () => Newlines.Count(csv, options.Threads)) with { Role = Role.Ceiling };
        var (engine, duckDb, ceiling) = Compare(csv, hits, "CSV", "every column read by DuckDB, nothing else");
        var reading = Read(csv, hits);
        return new Section(
            "Canonical CSV, to the four tables",
            Size(csv, hits) + Timed,
            [lines, ceiling with { Role = Role.Other }, .. reading, engine, duckDb],
            [Target.Faster("CSV, beside DuckDB over the same file", engine, duckDb, 6)])
        {
            Notes = PeakMemory.Sentence(csv, options.Threads),
        };
    }

    private (Timing Engine, Timing DuckDb, Timing Ceiling) Compare(string path, long hits, string form, string ceiling)
    {
        var bytes = new FileInfo(path).Length;
        using var run = new FileRun(options.Threads);
        using var duckDb = new DuckDbFile(path, options.Threads);
        PeerAgreement.Demand($"DuckDB over {form}", PeerAgreement.Of(run.FourTables(path).Measurement.Indicators), duckDb.FourTables().Rows);
        return (
            Timing.Of($"{form} to the four tables", hits, bytes, options.LongRuns, () => run.FourTables(path).Time),
            Timing.Of($"{form} to the four tables, DuckDB", hits, bytes, options.LongRuns, () => duckDb.FourTables().Time) with { Role = Role.Peer },
            Timing.Of(ceiling, hits, bytes, options.LongRuns, duckDb.DecodeColumns) with { Role = Role.Ceiling });
    }

    private Timing[] Read(string path, long hits) => [.. new Reading(path, hits, options.Threads, options.LongRuns).Run()];

    private static string Size(string path, long hits) =>
        string.Create(CultureInfo.InvariantCulture, $"{hits / 1e6:0.0} M hits, {new FileInfo(path).Length / 1e6:0} MB. ");
}
