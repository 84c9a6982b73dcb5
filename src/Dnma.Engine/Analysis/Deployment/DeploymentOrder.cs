using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Deployment;

/// <summary>The order of rows: their five keys as UTF-8 bytes, as in every file of the engine.</summary>
internal static class DeploymentOrder
{
    public static int Compare(
        (PeriodKind Period, DateOnly Start, TerritoryLevel Level, string Code, string Part) left, (PeriodKind Period, DateOnly Start, TerritoryLevel Level, string Code, string Part) right)
    {
        var order = IndicatorColumns.CompareUtf8(left.Period.Code(), right.Period.Code());
        order = order != 0 ? order : left.Start.CompareTo(right.Start);
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(left.Level.Code(), right.Level.Code());
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(left.Code, right.Code);
        return order != 0 ? order : IndicatorColumns.CompareUtf8(left.Part, right.Part);
    }
}
