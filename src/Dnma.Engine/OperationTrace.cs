using System.Diagnostics;
using Dnma.Engine.Certification;
using Dnma.Engine.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dnma.Engine;

/// <summary>One operation of the engine as it is told to logs, spans and metrics. Stages come one after the other. Not thread safe.</summary>
internal sealed class OperationTrace
{
    private readonly string _operation;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _cancellation;
    private string _stage = "";

    private OperationTrace(string operation, ILogger logger, TimeProvider clock, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _operation = operation;
        _logger = logger;
        _clock = clock;
    }

    /// <summary>A trace that belongs to no operation.</summary>
    public static OperationTrace Untold() => new("none", NullLogger.Instance, TimeProvider.System, CancellationToken.None);

    /// <summary>Does an operation, and tells how it ended.</summary>
    /// <param name="operation">Its name, one of the documented few.</param>
    /// <param name="logger">Where it is logged.</param>
    /// <param name="clock">Times it.</param>
    /// <param name="work">Does it.</param>
    /// <param name="cancellation">Looked at before each stage.</param>
    public static async Task<T> RunAsync<T>(string operation, ILogger logger, TimeProvider clock, Func<OperationTrace, Task<T>> work, CancellationToken cancellation)
    {
        var trace = new OperationTrace(operation, logger, clock, cancellation);
        var started = clock.GetTimestamp();
        var named = new KeyValuePair<string, object?>("dnma.operation", operation);
        EngineTelemetry.Active.Add(1, named);
        logger.OperationStarted(operation);
        using var span = EngineTelemetry.Source.StartActivity($"dnma.{operation}");
        try
        {
            var result = await work(trace).ConfigureAwait(false);
            EngineTelemetry.OperationDuration.Record(clock.GetElapsedTime(started).TotalSeconds, named);
            logger.OperationFinished(operation, clock.GetElapsedTime(started).TotalSeconds);
            return result;
        }
        catch (Exception error)
        {
            var (type, seconds) = (TypeOf(error), clock.GetElapsedTime(started).TotalSeconds);
            Fail(span, type);
            EngineTelemetry.OperationDuration.Record(seconds, named, new KeyValuePair<string, object?>("error.type", type));
            if (error is OperationCanceledException)
            {
                logger.OperationCancelled(operation, trace._stage, seconds);
            }
            else
            {
                logger.OperationFailed(operation, trace._stage, seconds, type);
            }

            throw;
        }
        finally
        {
            EngineTelemetry.Active.Add(-1, named);
        }
    }

    /// <summary>Does one stage.</summary>
    /// <param name="stage">Its name, one of the documented few.</param>
    /// <param name="work">Does it.</param>
    public T Stage<T>(string stage, Func<T> work)
    {
        var result = StageAsync(stage, () => Task.FromResult(work()));
        return result.GetAwaiter().GetResult();
    }

    /// <summary>The same, of a stage that hands nothing on.</summary>
    public void Stage(string stage, Action work) => Stage(stage, () =>
    {
        work();
        return true;
    });

    /// <summary>The same, of one that waits and hands nothing on.</summary>
    public Task StageAsync(string stage, Func<Task> work) => StageAsync(stage, async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    });

    /// <summary>The same, of a stage that waits.</summary>
    public async Task<T> StageAsync<T>(string stage, Func<Task<T>> work)
    {
        _stage = stage;
        _cancellation.ThrowIfCancellationRequested();
        var started = _clock.GetTimestamp();
        using var span = EngineTelemetry.Source.StartActivity($"dnma.{_operation}.{stage}");
        try
        {
            var result = await work().ConfigureAwait(false);
            var seconds = _clock.GetElapsedTime(started).TotalSeconds;
            EngineTelemetry.StageDuration.Record(seconds, new("dnma.operation", _operation), new("dnma.stage", stage));
            _logger.StageFinished(stage, seconds);
            return result;
        }
        catch (Exception error)
        {
            Fail(span, TypeOf(error));
            throw;
        }
    }

    /// <summary>Tells what a measurement came to.</summary>
    public void Measured(Measurement measurement, long spilledBytes)
    {
        var certificate = measurement.Certificate;
        Counted(certificate.Ledger, spilledBytes);
        EngineTelemetry.InputSize.Add(certificate.Inputs.Sum(input => input.Bytes));
        if (certificate.Warnings.Count > 0)
        {
            _logger.CertificateWarns(certificate.Warnings.Count);
        }

        if (certificate.Verify() is { Count: > 0 } broken)
        {
            _logger.LawsBroken(broken.Count);
        }
    }

    /// <summary>Tells what files were published.</summary>
    public void Published(int files, long bytes)
    {
        EngineTelemetry.PublishedSize.Add(bytes);
        _logger.FilesPublished(files, bytes);
    }

    private void Counted(MeasurementLedger ledger, long spilledBytes)
    {
        var (qualification, visits) = (ledger.Qualification, ledger.Visits.Counted);
        EngineTelemetry.Records.Add(qualification.Qualified, Outcome("qualified"));
        EngineTelemetry.Records.Add(qualification.Excluded, Outcome("excluded"));
        EngineTelemetry.Records.Add(ledger.RejectedTotal, Outcome("rejected"));
        EngineTelemetry.Records.Add(ledger.Merged, Outcome("merged"));
        EngineTelemetry.Visits.Add(visits);
        Activity.Current?.SetTag("dnma.records", ledger.Read).SetTag("dnma.visits", visits);
        _logger.LogMeasured(ledger.Read, qualification.Qualified, qualification.Excluded, ledger.RejectedTotal, ledger.Merged, visits);
        if (spilledBytes > 0)
        {
            EngineTelemetry.SpilledSize.Add(spilledBytes);
            _logger.HitsSpilled(spilledBytes);
        }

        static KeyValuePair<string, object?> Outcome(string outcome) => new("dnma.record.outcome", outcome);
    }

    /// <summary>A few words at most: what is counted by it must not grow with what goes wrong.</summary>
    private static string TypeOf(Exception error) => error switch
    {
        OperationCanceledException => typeof(OperationCanceledException).FullName!,
        EngineException known => known.Id.ToString(),
        _ => error.GetType().FullName!,
    };

    private static void Fail(Activity? span, string type) => span?.SetTag("error.type", type).SetStatus(ActivityStatusCode.Error);
}
