using Dnma.Engine.Analysis.Comparison;

namespace Dnma.Engine.Reports.Readable;

/// <summary>The lines of <see cref="ComparisonText"/> as HTML: a table for each perimeter. Pure, thread safe.</summary>
internal static class ComparisonHtml
{
    public static string Of(ComparisonTable comparison)
    {
        var html = new HtmlText();
        var section = new List<ComparisonLine>();
        foreach (var line in ComparisonText.LinesOf(comparison))
        {
            if (line.IsHeading || !line.IsRow)
            {
                Close(html, section);
            }

            if (line.IsRow)
            {
                section.Add(line);
            }
            else
            {
                html.Line(line.Label);
            }
        }

        Close(html, section);
        return html.ToString();
    }

    private static void Close(HtmlText html, List<ComparisonLine> section)
    {
        if (section is [var heading, .. var rows])
        {
            html.Table(new TableExcerpt(
                heading.Label,
                "",
                [new("figure", false), new(heading.A, true), new(heading.B, true), new(heading.Change, true), new("%", true)],
                [.. rows.Select(row => new[] { row.Label.Trim(), row.A, row.B, row.Change, row.Rate })],
                rows.Count));
            section.Clear();
        }
    }
}
