namespace Dnma.Engine;

/// <summary>How far a measurement has come.</summary>
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
    string Subject);
