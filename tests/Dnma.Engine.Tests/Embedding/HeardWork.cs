using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Dnma.Engine.Tests.Embedding;

/// <summary>Hears spans and metrics of what is done under it, and of nothing that other tests do meanwhile.</summary>
internal sealed class HeardWork : IDisposable
{
    private static readonly AsyncLocal<HeardWork?> Current = new();
    private readonly ActivityListener _spans;
    private readonly MeterListener _metrics = new();

    public HeardWork(Action<Activity>? onStart = null)
    {
        Current.Value = this;
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EngineTelemetry.Name,
            Sample = (ref _) => Current.Value == this ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = span =>
            {
                if (Current.Value == this)
                {
                    onStart?.Invoke(span);
                }
            },
            ActivityStopped = span =>
            {
                if (Current.Value == this)
                {
                    Spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_spans);
        _metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == EngineTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _metrics.Start();
    }

    public ConcurrentQueue<Activity> Spans { get; } = [];

    public ConcurrentQueue<(string Name, string? Unit, double Value, string Tags)> Metrics { get; } = [];

    public void Dispose()
    {
        Current.Value = null;
        _spans.Dispose();
        _metrics.Dispose();
    }

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Current.Value == this)
        {
            Metrics.Enqueue((instrument.Name, instrument.Unit, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
        }
    }
}
