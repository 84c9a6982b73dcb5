namespace Dnma.Engine.Charts;

/// <summary>What the figures of a chart are in.</summary>
public enum ChartUnit : byte
{
    /// <summary>Whole numbers: visits, persons.</summary>
    Count,

    /// <summary>Parts of a hundred: 12.5 is 12.5 %.</summary>
    Percent,
}
