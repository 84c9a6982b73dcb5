using Dnma.Engine.Reports.Dashboard;

namespace Dnma.Engine.Tests.Reports.Dashboard;

public class DashboardAssetsTests
{
    /// <summary>An asset that ended its own element would break the page.</summary>
    [Fact]
    public void No_script_or_style_closes_its_element()
    {
        Assert.DoesNotContain("</script", DashboardAssets.Script, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!--", DashboardAssets.Script, StringComparison.Ordinal);
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
    [InlineData("localStorage")]
    public void Our_script_uses_no(string word) => Assert.DoesNotContain(word, DashboardAssets.Script, StringComparison.Ordinal);

    [Fact]
    public void Every_academy_has_one_tile_of_its_own()
    {
        Assert.Equal(Dnma.Engine.References.Territories.Academies.Select(academy => academy.Code).Order(), AcademyTiles.All.Select(tile => tile.Code).Order());
        Assert.Equal(30, AcademyTiles.All.Select(tile => (tile.Column, tile.Row)).Distinct().Count());
        Assert.Equal(30, AcademyTiles.All.Select(tile => tile.Short).Distinct().Count());
        Assert.All(AcademyTiles.All, tile => Assert.True(tile is { Column: >= 0 and < 7, Row: >= 0 and < 7 }));
    }
}
