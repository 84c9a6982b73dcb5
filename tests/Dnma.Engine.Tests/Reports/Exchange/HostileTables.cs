using Dnma.Engine.Indicators;
using Dnma.Engine.Tests.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Reports.Exchange;

/// <summary>Tables that nobody wishes for: texts that formats stumble over, the calendar's ends, the greatest figures, rows withheld.</summary>
internal static class HostileTables
{
    private static readonly string[] Texts =
        ["inconnu", "", "0450822X", "a,b;\"c\"\r\nd", "l'\"étrange\"\n\U0001F600", "\uFFFD\uE000", "\U0001F600", "x\0y", "\0", "=1+1", " ", "N/A", "null", "NaN", new('é', 300)];

    private static readonly DateOnly[] Starts = [new(2022, 9, 5), DateOnly.MinValue, DateOnly.MaxValue, new(1969, 12, 31), new(2024, 2, 29)];
    private static readonly long[] Figures = [0, 1, 42, int.MaxValue, 1L << 53, (1L << 53) + 1, long.MaxValue - 1, long.MaxValue];
    private static readonly Dimension[] Dimensions = [.. Dimension.Shipped, Dimension.Custom("classe"), Dimension.Custom("a\"b\n,c"), Dimension.Custom("x\0y")];

    /// <summary>A table of at most as many rows as choices: equal keys are one row.</summary>
    /// <param name="choices">What rows are made of.</param>
    /// <param name="longText">A code of one more row; null for none.</param>
    public static IndicatorTable Of(byte[] choices, string? longText = null)
    {
        var rows = choices.Select((choice, i) => RowOf((choice * 7919) + (i * 104_729))).Concat(longText is null ? [] : [RowOf(5) with { Code = longText, Modality = "long" }])
            .DistinctBy(row => (row.Period, row.PeriodStart, row.Level, row.Code, row.Dimension, row.Modality)).ToArray();
        var table = TableOfRows.Of(rows);
        return choices.Length % 3 == 0 ? table : new IndicatorTable(table.Columns.Without([.. Enumerable.Range(0, table.Count).Select(row => (row * 5 / 3) % 4 == 1)]));
    }

    private static IndicatorRow RowOf(int dice)
    {
        T Pick<T>(IReadOnlyList<T> of, int salt) => of[(int)((uint)((dice / (salt + 1)) + (salt * 31)) % (uint)of.Count)];
        return new IndicatorRow(
            Pick(Enum.GetValues<PeriodKind>(), 0), Pick(Starts, 1), Pick(Enum.GetValues<TerritoryLevel>(), 2), Pick(Texts, 3), Pick(Dimensions, 4), Pick(Texts, 5),
            Pick(Figures, 6), Pick(Figures, 7), Pick(Figures, 8), Pick(Figures, 9), Pick(Figures, 10), Pick(Figures, 11), Pick(Figures, 12), Pick(Figures, 13));
    }
}
