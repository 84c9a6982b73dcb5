namespace Dnma.Engine;

/// <summary>How far a measurement has come. A value, thread safe; reports of several threads may arrive out of order.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="BytesRead">Bytes of the inputs read so far, as stored.</param>
/// <param name="BytesTotal">Bytes of all inputs; 0 where that is not known (a stream).</param>
/// <param name="PartsDone">In stage <see cref="MeasurementStage.Counting"/>: partitions of visitors counted.</param>
/// <param name="PartsTotal">In stage <see cref="MeasurementStage.Counting"/>: partitions of visitors to count.</param>
/// <param name="Subject">The input being read; empty in other stages.</param>
public readonly record struct MeasurementProgress(
    MeasurementStage Stage,
    long BytesRead,
    long BytesTotal,
    int PartsDone,
    int PartsTotal,
    string Subject)
{
    /// <summary>The time since the operation began.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>
    /// How fast the stage has been so far, on average: bytes a second while reading, partitions a second while counting; 0 where nothing tells yet.
    /// </summary>
    public double Rate { get; init; }

    /// <summary>How long the stage will still take at that rate: of this stage alone. Null where the rate or the total is not known.</summary>
    public TimeSpan? Remaining { get; init; }
}
