using System.Xml.Linq;
using Dnma.Engine.Charts;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.Charts;

/// <summary>The figure of HTML holds the picture and every figure as a table, and a script of its own; it loads nothing. What the script does is for a browser to say.</summary>
public class ChartPageTest
{
    public static TheoryData<string> Names() => SampleCharts.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_figure_has_a_picture_and_a_table(string name)
    {
        var chart = SampleCharts.All[name](LabelLanguage.French);
        var html = chart.ToHtml();
        var root = XDocument.Parse(html).Root!;
        Assert.Equal("figure", root.Name.LocalName);
        Assert.Equal("svg", root.Elements().First().Name.LocalName);
        var table = root.Element("details")!.Element("table")!;
        Assert.Equal(chart.Table.Columns, table.Element("thead")!.Descendants("th").Select(cell => cell.Value));
        Assert.Equal(chart.Table.Rows, table.Element("tbody")!.Elements("tr").Select(row => row.Elements().Select(cell => cell.Value).ToArray()));
        Assert.Equal(chart.Title, table.Element("caption")!.Value);
        Assert.Equal("script", root.Elements().Last().Name.LocalName);
        Assert.Equal(1, html.Split("<script").Length - 1);
        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }

    /// <summary>Each figure of the table that has a place on the picture can be pointed at, once; a picture by itself cannot.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Marks_say_what_the_table_says(string name)
    {
        var chart = SampleCharts.All[name](LabelLanguage.English);
        var marks = XDocument.Parse(chart.ToHtml()).Descendants().Where(element => element.Attribute("data-mark") is not null).Select(mark => mark.Elements().Single().Value.Split('\n')).ToArray();
        Assert.Equal(name switch
        {
            "time" => ["Monday 5 Sep 2022|Visits: 80|Users: 10", "Tuesday 6 Sep 2022|Visits: 0|Users: 0", "Wednesday 7 Sep 2022|Visits: –|Users: –", "Thursday 8 Sep 2022|Visits: 9|Users: 8"],
            "services" => ["Marks|Share of visits: 75.0%", "Homework diary|Share of visits: 25.0%"],
            "devices" => ["Pupils|Smartphone: 100.0%", "Parents|Computer: 100.0%"],
            _ => [],
        }, marks.Select(lines => string.Join('|', lines).Replace('\u00A0', ' ')).Where(_ => name is "time" or "services" or "devices"));
        var figures = chart.Table.Rows.SelectMany(row => row.Skip(1)).ToHashSet();
        Assert.NotEmpty(marks);
        Assert.All(marks, lines => Assert.Contains(lines.Skip(1), line => figures.Contains(line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..])));
        Assert.DoesNotContain("data-", chart.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_a_table_has_as_many_texts_as_columns() =>
        Assert.All(
            SampleCharts.All.Values.Select(make => make(LabelLanguage.English)).Concat([.. SampleCharts.Empty, .. SampleCharts.Withheld, .. SampleCharts.HostileNames]),
            chart => Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count)));
}
