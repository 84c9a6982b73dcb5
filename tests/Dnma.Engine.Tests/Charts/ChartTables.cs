using Dnma.Engine.Indicators;
using Dnma.Engine.Tests.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Charts;

/// <summary>Small tables by hand, of the nation.</summary>
internal static class ChartTables
{
    public static readonly DateOnly Monday = TableOfRows.Monday;

    public static IndicatorRow Row(
        Dimension dimension, string modality, long visits, long users = 1, PeriodKind period = PeriodKind.All, DateOnly? start = null, TerritoryLevel level = TerritoryLevel.National, string code = "FR") =>
        TableOfRows.Row(dimension, modality, visits, users, period: period, start: start, level: level, code: code);

    public static IndicatorRow Total(long visits, long users = 1, PeriodKind period = PeriodKind.All, DateOnly? start = null, TerritoryLevel level = TerritoryLevel.National, string code = "FR") =>
        Row(Dimension.Total, "total", visits, users, period, start, level, code);

    /// <summary>The same table without the figures of some rows.</summary>
    public static IndicatorTable Withholding(this IndicatorTable table, Func<IndicatorRow, bool> isWithheld) =>
        new(table.Columns.Without([.. table.Select(isWithheld)]));
}
