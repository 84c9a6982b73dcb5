namespace Dnma.Engine.Reports.Dashboard;

/// <summary>The three kinds of chart that the page draws.</summary>
internal enum ChartKind : byte
{
    /// <summary>Bars and a line over days or weeks.</summary>
    Time,

    /// <summary>One horizontal bar a row.</summary>
    Bars,

    /// <summary>Horizontal bars whose parts fill 100 %.</summary>
    Stack,
}
