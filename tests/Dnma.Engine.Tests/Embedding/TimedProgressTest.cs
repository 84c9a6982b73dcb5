namespace Dnma.Engine.Tests.Embedding;

/// <summary>Rate and remaining time, by hand.</summary>
public class TimedProgressTest
{
    [Fact]
    public void A_stage_goes_on_as_fast_as_it_went()
    {
        var clock = new SteppedClock();
        var told = new List<MeasurementProgress>();
        var progress = new TimedProgress(new Collected(told), clock);
        void Report(double at, MeasurementProgress one)
        {
            clock.Seconds = at;
            progress.Report(one);
        }

        var reading = new MeasurementProgress(MeasurementStage.Reading, 0, 1000, 0, 0, "a");
        Report(1, reading);
        Report(3, reading with { BytesRead = 400 });
        Report(6, reading with { BytesRead = 1000 });
        var counting = new MeasurementProgress(MeasurementStage.Counting, 1000, 1000, 1, 9, "");
        Report(7, counting);
        Report(9, counting with { PartsDone = 5 });
        Report(9.5, new MeasurementProgress(MeasurementStage.Publishing, 1000, 1000, 9, 9, ""));

        // 400 bytes in 2 s, 600 to go; 1000 in 5 s; then 4 partitions in 2 s, 4 to go.
        Assert.Equal([(1, 0, null), (3, 200, 3), (6, 200, 0), (7, 0, null), (9, 2, 2), (9.5, 0, null)], told.Select(one => (one.Elapsed.TotalSeconds, one.Rate, one.Remaining?.TotalSeconds)));
        Assert.Equal(["a", "a", "a", "", "", ""], told.Select(one => one.Subject));
    }

    [Fact]
    public void What_has_no_total_has_no_end_in_sight()
    {
        var clock = new SteppedClock();
        var told = new List<MeasurementProgress>();
        var progress = new TimedProgress(new Collected(told), clock);
        progress.Report(new MeasurementProgress(MeasurementStage.Reading, 0, 0, 0, 0, "stream"));
        clock.Seconds = 2;
        progress.Report(new MeasurementProgress(MeasurementStage.Reading, 500, 0, 0, 0, "stream"));
        progress.Report(new MeasurementProgress(MeasurementStage.Reading, 1, long.MaxValue, 0, 0, "stream"));
        Assert.Equal([(0, null), (250, null)], told.Take(2).Select(one => (one.Rate, one.Remaining)));
        Assert.True(told[2].Remaining > TimeSpan.FromDays(1_000_000));
    }

    private sealed class Collected(List<MeasurementProgress> told) : IProgress<MeasurementProgress>
    {
        public void Report(MeasurementProgress value) => told.Add(value);
    }

    private sealed class SteppedClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => (long)(Seconds * 1000);
    }
}
