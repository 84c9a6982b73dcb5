using System.Diagnostics;

namespace Dnma.Engine.Bench.Core;

/// <summary>Times the stages of a run, one after the other.</summary>
internal sealed class StageClock
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<StageTime> _stages = [];
    private TimeSpan _processor = Environment.CpuUsage.TotalTime;

    public IReadOnlyList<StageTime> Stages => _stages;

    public TimeSpan Total => new(_stages.Sum(stage => stage.Elapsed.Ticks));

    /// <summary>The stage that ends here.</summary>
    public void Lap(string stage)
    {
        var used = Environment.CpuUsage.TotalTime;
        _stages.Add(new StageTime(stage, _watch.Elapsed, used - _processor));
        _processor = used;
        _watch.Restart();
    }
}
