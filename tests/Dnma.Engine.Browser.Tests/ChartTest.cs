using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Dnma.Engine.Browser.Tests.Pages;
using Dnma.Engine.Charts;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

namespace Dnma.Engine.Browser.Tests;

/// <summary>Charts on a page say the figures of their tables to whoever points at them, by mouse or by keys; without scripts picture and table stand.</summary>
public class ChartTest(Chromium chromium)
{
    [Fact]
    public async Task Arrow_keys_go_through_every_figure_of_the_table()
    {
        var charts = await Charts(LabelLanguage.English);
        await using var page = await OpenPage.Of(chromium, ChartPage.Of(charts));
        for (var at = 0; at < charts.Length; at++)
        {
            var table = charts[at].Table;
            string[] expected = charts[at] switch
            {
                TimeChart => [.. table.Rows.Select(row => $"{DateOnly.ParseExact(row[0].Replace('\u00A0', ' '), "d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture).DayOfWeek} {row[0]}\nVisits: {row[1]}\nUsers: {row[2]}")],
                BarChart { IsStacked: true } => [.. table.Rows.SelectMany(row => row.Skip(1).Select((figure, column) => (row[0], table.Columns[column + 1], figure))).Where(cell => cell.figure != "0.0%").Select(cell => $"{cell.Item1}\n{cell.Item2}: {cell.figure}")],
                SchoolDayChart => [.. table.Rows.SelectMany(row => row.Skip(1).Select((figure, column) => $"{row[0]} {table.Columns[column + 1]}\nVisits: {figure}"))],
                TileChart => [.. table.Rows.Select(row => $"{row[1]}\nVisits: {row[2]}")],
                _ => [.. table.Rows.Select(row => $"{row[0]}\n{table.Columns[1]}: {row[1]}")],
            };
            Assert.InRange(expected.Length, 5, 200);
            Assert.Equal(expected.Order(StringComparer.Ordinal), (await Walk(page, at)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task What_is_pointed_at_is_said_beside_it()
    {
        var charts = await Charts(LabelLanguage.French);
        await using var page = await OpenPage.Of(chromium, ChartPage.Of(charts));
        for (var at = 0; at < charts.Length; at++)
        {
            var stage = page.Page.Locator("figure > [role=group][tabindex]").Nth(at);
            var mark = stage.Locator("[data-mark]").Nth(3);
            await mark.ScrollIntoViewIfNeededAsync();
            await mark.HoverAsync();
            var tip = stage.Locator("[role=status]");
            Assert.True(await tip.IsVisibleAsync());
            var said = await tip.TextContentAsync() ?? "";
            Assert.Contains(said[(said.LastIndexOf(": ", StringComparison.Ordinal) + 2)..], charts[at].Table.Rows.SelectMany(row => row.Skip(1)));

            // It stays on the picture, and a moment of a time series has a line through it.
            Assert.True(await stage.EvaluateAsync<bool>("stage => { const [tip, ground] = [stage.lastElementChild.getBoundingClientRect(), stage.getBoundingClientRect()]; return tip.left >= ground.left - 1 && tip.right <= ground.right + 1 && tip.top >= ground.top - 1; }"));
            Assert.Equal(charts[at] is TimeChart ? 1 : 0, await stage.Locator("svg > path[d][pointer-events=none]").CountAsync());
            await page.Page.Mouse.MoveAsync(0, 0);
            Assert.False(await tip.IsVisibleAsync());
        }
    }

    [Fact]
    public async Task A_series_is_hidden_and_shown_by_its_button()
    {
        var week = await Measured.Week.Value;
        await using var page = await OpenPage.Of(chromium, ChartPage.Of(AudienceCharts.VisitsOverTime(week.Indicators, new ChartRequest { Period = PeriodKind.Day })));
        Assert.Equal("Séries montrées", await page.Page.Locator("[data-legend]").GetAttributeAsync("aria-label"));
        var users = page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Utilisateurs" });
        Assert.True(await Shown(page, 1));
        await users.FocusAsync();
        await page.Page.Keyboard.PressAsync("Space");
        Assert.Equal("false", await users.GetAttributeAsync("aria-pressed"));
        Assert.False(await Shown(page, 1));
        Assert.True(await Shown(page, 0));
        Assert.All(await Walk(page, 0), text => Assert.Matches(@"^[a-z]+ .*2022\nVisites.*\d$", text));
        await page.Page.Keyboard.PressAsync("Escape");
        await users.ClickAsync();
        Assert.True(await Shown(page, 1));
        Assert.All(await Walk(page, 0), text => Assert.Contains("\nUtilisateurs\u00A0: ", text, StringComparison.Ordinal));

        // The last one that is left cannot be hidden: all are shown again.
        await users.ClickAsync();
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Visites" }).ClickAsync();
        Assert.True(await Shown(page, 0) && await Shown(page, 1));
    }

    /// <summary>The same chart twice, put in as a notebook does, beside others.</summary>
    [Fact]
    public async Task Several_on_a_page_share_no_id_and_have_no_fault()
    {
        var charts = await Charts(LabelLanguage.English);
        await using var page = await OpenPage.Of(chromium, ChartPage.Inserted([.. charts, charts[0], charts[1], charts[0]]));
        Assert.Equal(charts.Length + 3, await page.Page.Locator("figure > [role=group] > svg").CountAsync());
        var ids = await page.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('figure [id]')].map(node => node.id)");
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.True(await page.Page.EvaluateAsync<bool>(
            "() => [...document.querySelectorAll('figure svg')].every(svg => [...svg.querySelectorAll('[clip-path]')].every(node => svg.querySelector(`[id=\"${node.getAttribute('clip-path').slice(5, -1)}\"]`)) && svg.getAttribute('aria-labelledby').split(' ').every(id => svg.querySelector(`[id=\"${id}\"]`)))"));
        await Clean(page);
    }

    [Theory]
    [InlineData("first.ipynb", 1)]
    [InlineData("school-week.ipynb", 2)]
    [InlineData("year.ipynb", 1)]
    public async Task Charts_of_committed_notebooks_can_be_pointed_at(string name, int count)
    {
        await using var page = await OpenPage.Of(chromium, ChartPage.Notebook(name));
        Assert.Equal(count, await page.Page.Locator("figure[data-dnma-chart]").CountAsync());
        for (var at = 0; at < count; at++)
        {
            Assert.InRange((await Walk(page, at)).Length, 4, 200);
        }

        await Clean(page);
    }

    [Fact]
    public async Task Without_scripts_picture_and_table_stand()
    {
        var charts = await Charts(LabelLanguage.English);
        await using var page = await OpenPage.Of(chromium, ChartPage.Of(charts), hasScripts: false);
        Assert.Equal(charts.Length, await page.Page.Locator("figure > svg").CountAsync());
        Assert.Equal(charts.Length, await page.Page.Locator("figure > details > table").CountAsync());
        Assert.Equal(0, await page.Page.Locator("button").CountAsync());
        Assert.False(await page.Page.Locator("[data-legend]").First.IsVisibleAsync());
    }

    private static async Task<Chart[]> Charts(LabelLanguage language)
    {
        var (week, request) = ((await Measured.Hours.Value).Indicators, new ChartRequest { Language = language });
        return
        [
            AudienceCharts.VisitsOverTime(week, request with { Period = PeriodKind.Day }), AudienceCharts.DevicesByProfile(week, request), AudienceCharts.ServiceShares(week, request),
            AudienceCharts.SchoolDay(week, request), AudienceCharts.AcademyTiles(week, request),
        ];
    }

    /// <summary>What is said of each figure, from the first by arrow keys to the last.</summary>
    private static async Task<string[]> Walk(OpenPage page, int at)
    {
        var stage = page.Page.Locator("figure > [role=group][tabindex]").Nth(at);
        await stage.FocusAsync();
        await page.Page.Keyboard.PressAsync("Home");
        var said = new List<string>();
        while (said.Count < 500)
        {
            var text = await stage.Locator("[role=status]").TextContentAsync() ?? "";
            if (said.Count > 0 && said[^1] == text)
            {
                break;
            }

            said.Add(text);
            await page.Page.Keyboard.PressAsync("ArrowRight");
        }

        return [.. said];
    }

    private static Task<bool> Shown(OpenPage page, int series) =>
        page.Page.EvaluateAsync<bool>("series => { const drawn = [...document.querySelectorAll(`svg [data-s=\"${series}\"]:not([data-mark])`)]; return drawn.length > 2 && drawn.every(node => getComputedStyle(node).display !== 'none'); }", series);

    private static async Task Clean(OpenPage page)
    {
        var result = await page.Page.RunAxe(new AxeRunContext { Include = [new AxeSelector("figure")] }, new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
    }
}
