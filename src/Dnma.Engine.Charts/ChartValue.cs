namespace Dnma.Engine.Charts;

/// <summary>One figure of a chart, or why there is none. A value, thread safe.</summary>
/// <param name="State">What is known of it.</param>
/// <param name="Figure">The figure, in the chart's unit; 0 where there is none.</param>
public readonly record struct ChartValue(ChartValueState State, decimal Figure)
{
    /// <summary>No row.</summary>
    public static ChartValue Missing => default;

    /// <summary>Withheld by disclosure control.</summary>
    public static ChartValue Withheld { get; } = new(ChartValueState.Withheld, 0);

    /// <summary>A figure that is known.</summary>
    public static ChartValue Of(decimal figure) => new(ChartValueState.Known, figure);

    /// <summary>Whether there is a figure to draw.</summary>
    public bool IsKnown => State is ChartValueState.Known or ChartValueState.Partial;
}
