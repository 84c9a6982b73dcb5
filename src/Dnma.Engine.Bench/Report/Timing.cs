using System.Diagnostics;
using System.Globalization;

namespace Dnma.Engine.Bench.Report;

/// <summary>What several runs of one thing took.</summary>
/// <param name="What">Its name.</param>
/// <param name="Hits">How many hits one run takes in; 0 where that means nothing.</param>
/// <param name="Bytes">How many bytes one run takes in; 0 where that means nothing.</param>
/// <param name="Best">The shortest run: what the code can do, when the machine lets it.</param>
/// <param name="Median">The run in the middle.</param>
/// <param name="Allocated">Managed bytes that the last run allocated, with what makes its tables and lists.</param>
internal sealed record Timing(string What, long Hits, long Bytes, TimeSpan Best, TimeSpan Median, long Allocated)
{
    public const string Head = "| what | best, ms | median, ms | M hits/s | MB/s | ns a hit | allocated, bytes a hit |\n|---|---:|---:|---:|---:|---:|---:|\n";

    public Role Role { get; init; } = Role.Engine;

    public double NanosecondsPerHit => Hits > 0 ? Best.TotalNanoseconds / Hits : 0;

    public double MegahitsPerSecond => Hits / Best.TotalSeconds / 1e6;

    public double MegabytesPerSecond => Bytes / Best.TotalSeconds / 1e6;

    // Code is compiled again and better while it runs, and short runs are at the mercy of the scheduler: both want some time, whatever a run takes.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(0.7);
    private const int MostRuns = 30;

    /// <summary>Times something, once it is warm: <paramref name="runs"/> times, and more often where that takes but a moment.</summary>
    public static Timing Of(string what, long hits, long bytes, int runs, Func<TimeSpan> run)
    {
        var watch = Stopwatch.StartNew();
        do
        {
            run();
        }
        while (watch.Elapsed < WarmUp);

        var times = new List<TimeSpan>();
        var allocated = 0L;
        for (watch.Restart(); times.Count < runs || (times.Count < MostRuns && watch.Elapsed < Enough);)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            times.Add(run());
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        times.Sort();
        var timing = new Timing(what, hits, bytes, times[0], times[times.Count / 2], allocated);
        Console.Error.WriteLine(timing);
        return timing;
    }

    /// <summary>The same of something that does not time itself.</summary>
    public static Timing Of(string what, long hits, long bytes, int runs, Action run) => Of(what, hits, bytes, runs, () =>
    {
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed;
    });

    /// <summary>The row of a table. What native code allocates is not seen, so that only the engine's own rows tell it.</summary>
    public string ToMarkdown() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {What} | {Best.TotalMilliseconds:0} | {Median.TotalMilliseconds:0} | {Rate(MegahitsPerSecond)} | {Rate(MegabytesPerSecond)} | {Rate(NanosecondsPerHit)} | {(Role == Role.Engine && Hits > 0 ? ((double)Allocated / Hits).ToString("0.0", CultureInfo.InvariantCulture) : "–")} |\n");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{What}: {Best.TotalMilliseconds:0} ms, {Rate(MegahitsPerSecond)} M hits/s, {Rate(MegabytesPerSecond)} MB/s, {Rate(NanosecondsPerHit)} ns a hit, {Allocated} bytes allocated");

    private static string Rate(double amount) => amount == 0 ? "–" : amount.ToString("0.0", CultureInfo.InvariantCulture);
}
