namespace Dnma.Engine;

/// <summary>Adds to each report what a clock tells: the time gone by, the rate of the stage, and what remains of it. Thread safe.</summary>
internal sealed class TimedProgress(IProgress<MeasurementProgress> progress, TimeProvider clock) : IProgress<MeasurementProgress>
{
    private readonly Lock _lock = new();
    private readonly long _started = clock.GetTimestamp();
    private MeasurementStage? _stage;
    private long _stageStarted;
    private long _doneAtStart;

    /// <inheritdoc />
    public void Report(MeasurementProgress value)
    {
        var (done, total) = value.Stage == MeasurementStage.Reading ? (value.BytesRead, value.BytesTotal) : ((long)value.PartsDone, (long)value.PartsTotal);
        double seconds;
        long since;
        lock (_lock)
        {
            if (_stage != value.Stage)
            {
                (_stage, _stageStarted, _doneAtStart) = (value.Stage, clock.GetTimestamp(), done);
            }

            (seconds, since) = (clock.GetElapsedTime(_stageStarted).TotalSeconds, done - _doneAtStart);
        }

        var rate = seconds > 0 && since > 0 ? since / seconds : 0;
        progress.Report(value with
        {
            Elapsed = clock.GetElapsedTime(_started),
            Rate = rate,
            Remaining = rate > 0 && total >= done ? TimeSpan.FromSeconds(Math.Min((total - done) / rate, TimeSpan.MaxValue.TotalSeconds / 2)) : null,
        });
    }
}
