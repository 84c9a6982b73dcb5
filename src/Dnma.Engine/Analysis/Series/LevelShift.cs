namespace Dnma.Engine.Analysis.Series;

/// <summary>A week from which on a series is on another level.</summary>
/// <param name="Position">Of the first week after it.</param>
/// <param name="Before">The median height before.</param>
/// <param name="After">The median height after.</param>
/// <param name="Chance">How probable a shift so large would be somewhere in the series, were there none.</param>
internal readonly record struct LevelShift(int Position, double Before, double After, double Chance)
{
    /// <summary>By how much, as a logarithm.</summary>
    public double Size => After - Before;
}
