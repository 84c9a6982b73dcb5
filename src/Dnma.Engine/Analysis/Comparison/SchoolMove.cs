namespace Dnma.Engine.Analysis.Comparison;

/// <summary>What became of an establishment between two periods.</summary>
public enum SchoolMove : byte
{
    /// <summary>Fed in both periods: it is of the constant perimeter.</summary>
    Stayed,

    /// <summary>Fed in period B, not in A.</summary>
    Entered,

    /// <summary>Fed in period A, not in B.</summary>
    Left,

    /// <summary>It has visits, and is fed in neither period.</summary>
    PartlyFed,
}
