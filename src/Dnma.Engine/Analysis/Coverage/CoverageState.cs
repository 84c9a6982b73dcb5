namespace Dnma.Engine.Analysis.Coverage;

/// <summary>Whether a period may be laid beside others of its kind.</summary>
public enum CoverageState : byte
{
    /// <summary>All its days were measured, and no school day of it, nor school week where days are not counted, is without a visit.</summary>
    Complete,

    /// <summary>All its days were measured, but on a school day, or in a school week, the territory has no visit.</summary>
    PartlyFed,

    /// <summary>Some of its days lie outside the measured ones.</summary>
    Unfinished,
}
