using Dnma.Engine.Contracts;
using Dnma.Engine.Reports.Readable;

namespace Dnma.Engine.Reports;

/// <summary>
/// The first rows of a table, for people to read: in a notebook, on a page, on a terminal. It says how many rows there are in all. Figures are
/// written for the eye, with spaces between thousands, as percentages and as h:mm:ss; whoever calculates takes the data frame.
/// Immutable, thread safe.
/// </summary>
[TypeFormatterSource]
public sealed class TableExcerpt
{
    internal TableExcerpt(string caption, string common, IReadOnlyList<ReadableColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows, int count)
    {
        Caption = caption;
        Common = common;
        Columns = columns;
        Rows = rows;
        Count = count;
    }

    /// <summary>What the table is.</summary>
    public string Caption { get; }

    /// <summary>How many rows the table has, those not shown included.</summary>
    public int Count { get; }

    /// <summary>How many rows are shown.</summary>
    public int Shown => Rows.Count;

    /// <summary>What all rows have in common, and no column tells: for example <c>period all · level national</c>. May be empty.</summary>
    internal string Common { get; }

    /// <summary>The columns.</summary>
    internal IReadOnlyList<ReadableColumn> Columns { get; }

    /// <summary>The cells, row by row, as they are read; nothing is escaped.</summary>
    internal IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>How many rows are left out, in words; empty when none is.</summary>
    internal string Rest => Shown == Count ? "" : $"{ReadableFigure.Count(Shown)} of {ReadableFigure.Count(Count)} rows";

    /// <summary>A table in HTML, without anything around it: escaped, styled by itself, for light and dark pages.</summary>
    public string ToHtml() => new HtmlText().Table(this).ToString();

    /// <summary>The same in lines of text, each ending with <c>\n</c>; columns are aligned by spaces.</summary>
    public string ToText() => new PlainText().Table(this).ToString();

    /// <inheritdoc cref="ToText"/>
    public override string ToString() => ToText();
}
