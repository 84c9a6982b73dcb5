namespace Dnma.Engine.Charts;

/// <summary>Which indicator a chart is of.</summary>
public enum ChartFigure : byte
{
    /// <summary>Visits.</summary>
    Visits,

    /// <summary>Distinct users. Those of parts are never added up, and their shares need not make 100 %.</summary>
    Users,
}
