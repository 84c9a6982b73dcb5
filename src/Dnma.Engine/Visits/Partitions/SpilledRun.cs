namespace Dnma.Engine.Visits.Partitions;

/// <summary>A sorted run in a <see cref="SpillFile"/>.</summary>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Records">How many records it has.</param>
internal readonly record struct SpilledRun(long Offset, long Records);
