using System.Net;
using System.Text;
using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts.Pages;

/// <summary>A picture and its figures as HTML.</summary>
internal static class ChartFigurePage
{
    public static string Of(Chart chart, string svg, IReadOnlyList<(string Name, string Color)> series)
    {
        var words = ChartWords.Of(chart.Language);
        var table = chart.Table;
        var html = new StringBuilder()
            .Append("<figure lang=\"").Append(words.IsFrench ? "fr" : "en").Append("\" style=\"margin:0;max-width:100%;overflow-x:auto\" data-dnma-chart=\"").Append(Text(words.Keys)).Append('"')
            .Append(series.Count == 0 ? "" : $" data-series=\"{Text(words.SeriesShown)}\"").Append(">\n")
            .Append(svg)
            .Append(Legend(series))
            .Append("<details><summary>").Append(Text(words.Figures)).Append("</summary>\n<table><caption>").Append(Text(chart.Title)).Append("</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append("<th scope=\"col\">").Append(Text(column)).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                html.Append(i == 0 ? "<th scope=\"row\">" : "<td>").Append(Text(row[i])).Append(i == 0 ? "</th>" : "</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table>\n</details>\n<script>//<![CDATA[\n").Append(ChartScript.Text).Append("//]]></script>\n</figure>\n").ToString();
    }

    /// <summary>What the script makes buttons of; without one it is not shown.</summary>
    private static string Legend(IReadOnlyList<(string Name, string Color)> series) =>
        series.Count == 0 ? "" : $"<div data-legend=\"\" hidden=\"\">{string.Concat(series.Select(one => $"<span data-color=\"{one.Color}\">{Text(one.Name)}</span>"))}</div>\n";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
