using System.Diagnostics;
using System.Globalization;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;

namespace Dnma.Engine.Bench.Cancellation;

/// <summary>
/// The verb <c>cancel</c>: how long the engine works on after it was cancelled, at several points of every stage. The points come from a first run that is not
/// cancelled, so a stage may have ended before its last one: then the latency is that of the stage behind it, or <c>-</c> where all was over. On a shared machine the
/// processors' time tells more than the clock's.
/// </summary>
internal static class CancelCommand
{
    private static double[] points = [0.05, 0.35, 0.65, 0.95];
    private static string[] stages = [];

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [not "--help", ..] || !Take(arguments))
        {
            Console.Error.WriteLine("cancel FILE [--points N] [STAGE..]    measures, publishes and verifies a log, cancelled in every stage, or in those (measure.recount), at 4 points or N; prints milliseconds from the cancellation to its exception, and those of the processors");
            return arguments is ["--help"] ? 0 : 1;
        }

        var folder = Directory.CreateTempSubdirectory("dnma-cancel-").FullName;
        try
        {
            await using var engine = AudienceEngine.Create(options => options with { Recount = RecountScope.Full });
            Task<Measurement> Measure(CancellationToken stop) => engine.MeasureAsync(HitLog.Files(arguments[0]), cancellationToken: stop);
            await MeasureAsync(Measure, stage => stage != "dnma.measure");

            // Each publication is of a new measurement: what a measurement computes on first use would be there already.
            var measured = await Measure(default);
            await MeasureAsync(stop => measured.PublishAsync(Path.Combine(folder, "out"), stop), stage => stage == "dnma.publish.write");
            foreach (var point in IsAsked("dnma.publish.control") ? points : [])
            {
                var fresh = await Measure(default);
                await MeasureAsync(stop => fresh.PublishAsync(Path.Combine(folder, "out"), stop), stage => stage == "dnma.publish.control", point);
            }

            await measured.PublishAsync(Path.Combine(folder, "out"));
            var request = new VerificationRequest { Inputs = [arguments[0]] };
            await MeasureAsync(stop => CertificateVerifier.VerifyAsync(Path.Combine(folder, "out"), request, cancellationToken: stop), stage => stage.StartsWith("dnma.verify.", StringComparison.Ordinal));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Take(string[] arguments)
    {
        stages = arguments[1..];
        if (stages is ["--points", var count, ..])
        {
            stages = stages[2..];
            if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                return false;
            }

            points = [.. Enumerable.Range(0, number).Select(point => (point + 0.5) / number)];
        }

        return true;
    }

    private static bool IsAsked(string stage) => stages.Length == 0 || stages.Contains(stage["dnma.".Length..]);

    /// <summary>Cancels one stage after the other.</summary>
    private static async Task MeasureAsync<T>(Func<CancellationToken, Task<T>> operation, Func<string, bool> isAsked)
    {
        KeyValuePair<string, TimeSpan>[] timed;
        using (var watch = new StageWatch())
        {
            _ = await operation(default);
            timed = [.. watch.Durations.Where(stage => isAsked(stage.Key) && IsAsked(stage.Key))];
        }

        foreach (var (stage, duration) in timed)
        {
            var latencies = new List<string>();
            foreach (var point in points)
            {
                latencies.Add(await LatencyAsync(operation, stage, duration * point));
            }

            Print(stage, duration, latencies);
        }
    }

    /// <summary>Cancels one stage at one point of the time that it is thought to take: of a measurement that has not been asked for it before.</summary>
    private static async Task MeasureAsync<T>(Func<CancellationToken, Task<T>> operation, Func<string, bool> isAsked, double point)
    {
        var thought = TimeSpan.FromSeconds(1);
        string? stage = null;
        using (var watch = new StageWatch(name => stage = isAsked(name) ? name : stage))
        {
            var latency = await LatencyAsync(operation, "dnma.publish.control", thought * point);
            Print(stage ?? "", watch.Durations.GetValueOrDefault(stage ?? ""), [latency]);
        }
    }

    private static async Task<string> LatencyAsync<T>(Func<CancellationToken, Task<T>> operation, string stage, TimeSpan after)
    {
        using var stop = new CancellationTokenSource();
        long cancelled = 0;
        var processors = TimeSpan.Zero;
        Thread? canceller = null;
        using var process = Process.GetCurrentProcess();
        using var watch = new StageWatch(name =>
        {
            if (name == stage && canceller is null)
            {
                // A thread of its own: those of the pool are all at work.
                canceller = new Thread(() =>
                {
                    Thread.Sleep(after);
                    processors = process.TotalProcessorTime;
                    Interlocked.Exchange(ref cancelled, Stopwatch.GetTimestamp());
                    stop.Cancel();
                })
                { IsBackground = true, Priority = ThreadPriority.Highest };
                canceller.Start();
            }
        });
        try
        {
            _ = await operation(stop.Token);
            return "-";
        }
        catch (OperationCanceledException)
        {
            var elapsed = Stopwatch.GetElapsedTime(cancelled);
            process.Refresh();
            return string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalMilliseconds:0}/{(process.TotalProcessorTime - processors).TotalMilliseconds:0}");
        }
        finally
        {
            canceller?.Join();
        }
    }

    private static void Print(string stage, TimeSpan duration, List<string> latencies) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage,-26} {duration.TotalMilliseconds,8:0} ms   cancelled after: {string.Join(" ", latencies.Select(latency => $"{latency,9}"))} ms"));
}
