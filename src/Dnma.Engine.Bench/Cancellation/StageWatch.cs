using System.Collections.Concurrent;
using System.Diagnostics;

namespace Dnma.Engine.Bench.Cancellation;

/// <summary>Hears when the engine's stages begin and end. One at a time in a process.</summary>
internal sealed class StageWatch : IDisposable
{
    private readonly ActivityListener _listener;

    /// <param name="onStart">Called when a stage begins, with its name.</param>
    public StageWatch(Action<string>? onStart = null)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EngineTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStarted = span => onStart?.Invoke(span.OperationName),
            ActivityStopped = span => Durations[span.OperationName] = span.Duration,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>How long each stage took.</summary>
    public ConcurrentDictionary<string, TimeSpan> Durations { get; } = new();

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();
}
