using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Reports.Dashboard;

namespace Dnma.Engine.Tests.Reports.Dashboard;

public class DashboardAssetsTests
{
    [Fact]
    public void The_chart_library_is_the_published_file_byte_for_byte() =>
        Assert.Equal(
            "87364cc2b2a76a6684929e7d6b80b18a897794db38400caff1fcf1791c6925d2",
            Convert.ToHexStringLower(SHA256.HashData(DashboardAssets.ChartLibraryFile)));

    [Fact]
    public void The_chart_library_is_version_4_6_1_under_the_MIT_licence()
    {
        Assert.StartsWith("/*!\n * Chart.js v4.6.1\n", DashboardAssets.ChartLibrary, StringComparison.Ordinal);
        Assert.Contains("The MIT License (MIT)", DashboardAssets.ChartLicence, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_name_of_the_source_map_is_left_out()
    {
        var whole = Encoding.UTF8.GetString(DashboardAssets.ChartLibraryFile);
        Assert.Equal(whole, DashboardAssets.ChartLibrary + "//# sourceMappingURL=chart.umd.min.js.map\n");
    }

    /// <summary>An asset that ended its own element would break the page.</summary>
    [Fact]
    public void No_script_or_style_closes_its_element()
    {
        foreach (var script in new[] { DashboardAssets.ChartLibrary, DashboardAssets.Script })
        {
            Assert.DoesNotContain("</script", script, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<!--", script, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("</style", DashboardAssets.Style, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("innerHTML")]
    [InlineData("outerHTML")]
    [InlineData("insertAdjacentHTML")]
    [InlineData("document.write")]
    [InlineData("eval(")]
    [InlineData("fetch(")]
    [InlineData("XMLHttpRequest")]
    [InlineData("import(")]
    [InlineData("Math.random")]
    [InlineData("Date.now")]
    [InlineData("new Date()")]
    public void Our_script_uses_no(string word) => Assert.DoesNotContain(word, DashboardAssets.Script, StringComparison.Ordinal);
}
