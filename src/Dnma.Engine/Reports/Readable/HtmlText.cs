using System.Text;

namespace Dnma.Engine.Reports.Readable;

/// <summary>
/// Writes a piece of HTML that stands by itself: every text is escaped; styles are in the elements, since notebooks show many pieces on one
/// page, and inherit its colours, so that light and dark pages both do. Not thread safe.
/// </summary>
internal sealed class HtmlText
{
    private const string Rule = "1px solid rgba(128,128,128,.35)";
    private const string StrongRule = "1px solid rgba(128,128,128,.9)";
    private const int LongText = 40;
    private const string Cell = "padding:.2em .8em;vertical-align:top;background:none";

    // U+202F: a figure stays on one line.
    private const char NarrowSpace = '\u202F';

    private readonly StringBuilder _text = new();

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    /// <summary>A paragraph.</summary>
    public HtmlText Line(string text, bool isStrong = false)
    {
        var escaped = Escape(text);
        _text.Append("<p style=\"margin:.4em 0\">").Append(isStrong ? $"<strong>{escaped}</strong>" : escaped).Append("</p>\n");
        return this;
    }

    /// <summary>A table that is there when it is asked for.</summary>
    public HtmlText Folded(string summary, TableExcerpt table)
    {
        _text.Append("<details style=\"margin:.4em 0\"><summary style=\"cursor:pointer\">").Append(Escape(summary)).Append("</summary>\n");
        Table(table);
        _text.Append("</details>\n");
        return this;
    }

    /// <summary>A table with its caption, and how many rows are left out.</summary>
    public HtmlText Table(TableExcerpt table)
    {
        _text.Append("<div style=\"overflow-x:auto\"><table style=\"border-collapse:collapse;min-width:30em;margin:.4em 0;font-variant-numeric:tabular-nums\">\n");
        Caption(table);
        _text.Append("<thead><tr>");
        foreach (var column in table.Columns)
        {
            _text.Append($"<th scope=\"col\" style=\"text-align:{Side(column)};{Cell};border-bottom:{StrongRule}\">").Append(Escape(column.Name).Replace("_", "_<wbr/>", StringComparison.Ordinal)).Append("</th>");
        }

        _text.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            Row(table.Columns, row);
        }

        _text.Append("</tbody>\n</table></div>\n");
        return this;
    }

    /// <summary>Text as text: nothing in it is markup.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);

    private void Caption(TableExcerpt table)
    {
        var beside = string.Join(" · ", new[] { table.Common, table.Rest }.Where(text => text.Length > 0));
        _text.Append("<caption style=\"caption-side:top;text-align:left;padding:.2em .8em;color:inherit\"><strong>").Append(Escape(table.Caption)).Append("</strong>");
        if (beside.Length > 0)
        {
            _text.Append(" <span style=\"opacity:.75\">").Append(Escape(beside)).Append("</span>");
        }

        _text.Append("</caption>\n");
    }

    /// <summary>A row; its first cell, unless it is a figure, says what the row is.</summary>
    private void Row(IReadOnlyList<ReadableColumn> columns, IReadOnlyList<string> cells)
    {
        _text.Append("<tr>");
        for (var index = 0; index < cells.Count; index++)
        {
            var column = columns[index];
            var room = cells[index].Length > LongText ? ";min-width:18em" : "";
            var style = $"style=\"text-align:{Side(column)};{Cell};border-bottom:{Rule}{room}";
            var text = Escape(column.IsFigure ? cells[index].Replace(' ', NarrowSpace) : cells[index]);
            _text.Append(index == 0 && !column.IsFigure ? $"<th scope=\"row\" {style};font-weight:normal\">{text}</th>" : $"<td {style}\">{text}</td>");
        }

        _text.Append("</tr>\n");
    }

    private static string Side(ReadableColumn column) => column.IsFigure ? "right" : "left";
}
