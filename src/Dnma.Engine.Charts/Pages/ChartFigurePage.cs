using System.Net;
using System.Text;
using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts.Pages;

/// <summary>A picture and its figures as HTML.</summary>
internal static class ChartFigurePage
{
    public static string Of(Chart chart, string svg)
    {
        var words = ChartWords.Of(chart.Language);
        var table = chart.Table;
        var html = new StringBuilder()
            .Append("<figure lang=\"").Append(words.IsFrench ? "fr" : "en").Append("\" style=\"margin:0;max-width:100%;overflow-x:auto\">\n")
            .Append(svg)
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

        return html.Append("</tbody></table>\n</details>\n</figure>\n").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
