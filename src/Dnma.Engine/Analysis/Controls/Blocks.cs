using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Controls;

/// <summary>The blocks of a table: all rows of one period and territory, which lie together.</summary>
internal static class Blocks
{
    /// <summary>All blocks in order, by first row and the row after the last one.</summary>
    public static IEnumerable<(int From, int To)> Of(IndicatorColumns columns)
    {
        for (var from = 0; from < columns.Count;)
        {
            var to = from + 1;
            while (to < columns.Count && columns.PeriodStart[to] == columns.PeriodStart[from] && columns.Level[to] == columns.Level[from]
                && columns.Period[to] == columns.Period[from] && columns.Code[to] == columns.Code[from])
            {
                to++;
            }

            yield return (from, to);
            from = to;
        }
    }

    /// <summary>Whether two dimensions are the same; quick where they are not, since that is asked of every row.</summary>
    public static bool Is(Dimension one, Dimension other) => ReferenceEquals(one, other) || (one.Code.Length == other.Code.Length && one == other);

    /// <summary>The total's row of a block; −1 when it has none.</summary>
    public static int TotalOf(IndicatorColumns columns, int from, int to)
    {
        for (var row = from; row < to; row++)
        {
            if (Is(columns.Dimension[row], Dimension.Total))
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>The words for the visits of a row: <c>visits</c>, or its dimension and modality.</summary>
    public static string SubjectOf(IndicatorColumns columns, int row) =>
        columns.Dimension[row] == Dimension.Total ? "visits" : $"{columns.Dimension[row].Code}:{columns.Modality[row]}";

    /// <summary>A finding of a row's territory and period.</summary>
    public static Finding Finding(IndicatorColumns columns, int row, Control control, string subject, double figure, double? expected) => new(
        control, columns.Level[row], columns.Code[row], columns.Period[row], LocalCalendar.DateOf(columns.PeriodStart[row]), subject, figure, expected);
}
