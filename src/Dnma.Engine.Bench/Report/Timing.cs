using System.Globalization;

namespace Dnma.Engine.Bench.Report;

/// <summary>What several runs of one thing took.</summary>
/// <param name="What">Its name.</param>
/// <param name="Hits">How many hits one run takes in; 0 where that means nothing.</param>
/// <param name="Bytes">How many bytes one run takes in; 0 where that means nothing.</param>
/// <param name="Best">The shortest run: what the code can do, when the machine lets it.</param>
/// <param name="Median">The run in the middle.</param>
internal sealed record Timing(string What, long Hits, long Bytes, TimeSpan Best, TimeSpan Median)
{
    /// <summary>Times something, once to warm it up and then <paramref name="runs"/> times.</summary>
    public static Timing Of(string what, long hits, long bytes, int runs, Func<TimeSpan> run)
    {
        run();
        var times = Enumerable.Range(0, runs).Select(_ => run()).Order().ToArray();
        var timing = new Timing(what, hits, bytes, times[0], times[runs / 2]);
        Console.Error.WriteLine(timing);
        return timing;
    }

    /// <summary>The row of a table: name, best and median time, hits and bytes a second, nanoseconds a hit.</summary>
    public string ToMarkdown() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {What} | {Best.TotalMilliseconds:0} | {Median.TotalMilliseconds:0} | {Rate(Hits, 1e6)} | {Rate(Bytes, 1e6)} | {(Hits > 0 ? Best.TotalNanoseconds / Hits : 0):0.0} |");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{What}: {Best.TotalMilliseconds:0} ms, {Rate(Hits, 1e6)} M hits/s, {Rate(Bytes, 1e6)} MB/s");

    private string Rate(long amount, double unit) =>
        amount == 0 ? "–" : (amount / Best.TotalSeconds / unit).ToString("0.0", CultureInfo.InvariantCulture);
}
