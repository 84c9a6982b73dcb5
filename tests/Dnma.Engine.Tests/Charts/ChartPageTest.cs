using System.Xml.Linq;
using Dnma.Engine.Charts;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Tests.Charts;

/// <summary>The figure of HTML holds the picture and every figure as a table, loads nothing and runs nothing.</summary>
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
        Assert.DoesNotContain("href", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_a_table_has_as_many_texts_as_columns() =>
        Assert.All(
            SampleCharts.All.Values.Select(make => make(LabelLanguage.English)).Concat([.. SampleCharts.Empty, .. SampleCharts.Withheld, .. SampleCharts.HostileNames]),
            chart => Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count)));
}
