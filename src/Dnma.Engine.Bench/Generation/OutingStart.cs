namespace Dnma.Engine.Bench.Generation;

/// <summary>An outing that is about to begin.</summary>
/// <param name="Minute">Its minute, since 1970.</param>
/// <param name="Stream">Who: profile index × 4 + zone, or <see cref="Robots"/> or <see cref="Monitors"/>.</param>
/// <param name="Ordinal">Which of the stream's outings in this minute.</param>
/// <param name="Pupil">Which pupil of a class that logs in together; −1 outside classes.</param>
internal readonly record struct OutingStart(long Minute, int Stream, int Ordinal, int Pupil)
{
    public const int Robots = 16;
    public const int Monitors = 17;
}
