using System.Globalization;
using System.Text;

namespace Dnma.Engine.Reports.Readable;

/// <summary>Writes the same as <see cref="HtmlText"/> in lines of text, without what is folded there. Not thread safe.</summary>
internal sealed class PlainText
{
    private const string Gap = "  ";

    private readonly StringBuilder _text = new();

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    /// <summary>A line.</summary>
    public PlainText Line(string text)
    {
        _text.Append(text).Append('\n');
        return this;
    }

    /// <summary>A table with its caption, and how many rows are left out.</summary>
    public PlainText Table(TableExcerpt table)
    {
        Line(table.Caption + (table.Common.Length > 0 ? $" ({table.Common})" : ""));
        var widths = table.Columns.Select((column, index) => table.Rows.Select(row => LengthOf(row[index])).Append(LengthOf(column.Name)).Max()).ToArray();
        Row(table.Columns, [.. table.Columns.Select(column => column.Name)], widths);
        Line(string.Join(Gap, widths.Select(width => new string('-', width))));
        foreach (var row in table.Rows)
        {
            Row(table.Columns, row, widths);
        }

        return table.Rest.Length > 0 ? Line(table.Rest) : this;
    }

    private void Row(IReadOnlyList<ReadableColumn> columns, IReadOnlyList<string> cells, int[] widths)
    {
        var start = _text.Length;
        for (var index = 0; index < cells.Count; index++)
        {
            var padding = new string(' ', widths[index] - LengthOf(cells[index]));
            _text.Append(index > 0 ? Gap : "").Append(columns[index].IsFigure ? padding + cells[index] : cells[index] + padding);
        }

        var end = _text.Length;
        while (end > start && _text[end - 1] == ' ')
        {
            end--;
        }

        _text.Length = end;
        _text.Append('\n');
    }

    /// <summary>As people count characters: accents that stand by themselves take no room.</summary>
    private static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;
}
