using System.Globalization;

namespace Dnma.Engine.Bench.Scale;

/// <summary>What one scale run came to. Times are in seconds by the clock.</summary>
/// <param name="Hits">Hits generated.</param>
/// <param name="Visitors">People seen.</param>
/// <param name="Visits">Visits counted.</param>
/// <param name="Partitions">Partitions that the hits were scattered to.</param>
/// <param name="LimitBytes">The memory limit.</param>
/// <param name="PeakBytes">The most resident memory of the process, the generator's own and the runtime's included.</param>
/// <param name="SpilledBytes">Bytes written to temporary files.</param>
/// <param name="FilesLeft">Temporary files that were still there in the end.</param>
/// <param name="Generating">Spent in the generator, on one thread.</param>
/// <param name="Scattering">Spent on qualifying and scattering, on one thread.</param>
/// <param name="Counting">Spent on visits and users, on all threads.</param>
/// <param name="RollingUp">Spent on rows.</param>
internal sealed record ScaleResult(
    long Hits,
    long Visitors,
    long Visits,
    int Partitions,
    long LimitBytes,
    long PeakBytes,
    long SpilledBytes,
    int FilesLeft,
    double Generating,
    double Scattering,
    double Counting,
    double RollingUp)
{
    /// <summary>How far the peak may be above the limit.</summary>
    public const long AllowanceBytes = 400L << 20;

    public const string Head =
        "| hits | visitors | limit, MiB | peak, MiB | spilled, MiB | files left | scatter (1 thread), s | visits, users, s | roll-up, s | ns a hit without the generator |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";

    /// <summary>Without what the generator took.</summary>
    public double NanosecondsPerHit => (Scattering + Counting + RollingUp) / Hits * 1e9;

    public bool IsWithinLimit => PeakBytes <= LimitBytes + AllowanceBytes;

    public string ToMarkdown() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Hits / 1e6:0.#} M | {Visitors / 1e6:0.##} M | {LimitBytes >> 20} | {PeakBytes >> 20} | {SpilledBytes >> 20} | {FilesLeft} | {Scattering:0.0} | {Counting:0.0} | {RollingUp:0.0} | {NanosecondsPerHit:0} |\n");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        {Hits} hits, {Visitors} visitors, {Visits} visits, {Partitions} partitions
          memory: limit {LimitBytes >> 20} MiB, peak {PeakBytes >> 20} MiB, {(IsWithinLimit ? "within" : "over")} the limit and {AllowanceBytes >> 20} MiB
          spilled: {SpilledBytes >> 20} MiB; temporary files left: {FilesLeft}
          generator {Generating:0.0} s (1 thread), not counted below
          qualify, scatter {Scattering:0.0} s (1 thread), visits, users {Counting:0.0} s, roll-up {RollingUp:0.0} s: {NanosecondsPerHit:0} ns a hit
        """);
}
