namespace Dnma.Engine.Charts;

/// <summary>What is known of a figure of a chart.</summary>
public enum ChartValueState : byte
{
    /// <summary>Nothing was counted: there is no row, and nothing is drawn; never a zero.</summary>
    Missing,

    /// <summary>The figure is known.</summary>
    Known,

    /// <summary>The figure is known, but of a period that was measured or fed in part: not to be laid beside others.</summary>
    Partial,

    /// <summary>Disclosure control withholds the figure: something was counted, and nobody is told how much.</summary>
    Withheld,
}
