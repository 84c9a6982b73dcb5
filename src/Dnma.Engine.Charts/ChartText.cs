using System.Globalization;
using System.Text;

namespace Dnma.Engine.Charts;

/// <summary>Charts as text: what is drawn, in figures. Thread safe.</summary>
public static class ChartText
{
    private const string Gap = "  ";

    /// <summary>The title, what it is of, the figures in columns and what to know before they are used, in lines that end with <c>\n</c>.</summary>
    /// <param name="chart">The chart.</param>
    public static string ToText(this Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var table = chart.Table;
        var widths = table.Columns.Select((column, index) => table.Rows.Select(row => LengthOf(row[index])).Append(LengthOf(column)).Max()).ToArray();
        var text = new StringBuilder(chart.Title).Append(chart.Subtitle.Length > 0 ? $" ({chart.Subtitle})" : "").Append('\n');
        foreach (var row in table.Rows.Prepend(table.Columns))
        {
            text.Append(string.Join(Gap, row.Select((cell, index) => Padded(cell, widths[index], isFirst: index == 0))).TrimEnd()).Append('\n');
        }

        foreach (var note in chart.Notes)
        {
            text.Append(note).Append('\n');
        }

        return text.ToString();
    }

    private static string Padded(string cell, int width, bool isFirst)
    {
        var padding = new string(' ', width - LengthOf(cell));
        return isFirst ? cell + padding : padding + cell;
    }

    private static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;
}
