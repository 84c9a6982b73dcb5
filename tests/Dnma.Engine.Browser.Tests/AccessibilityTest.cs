using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Dnma.Engine.Browser.Tests.Pages;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;
using Microsoft.Playwright;

namespace Dnma.Engine.Browser.Tests;

/// <summary>No page has a fault that axe knows, in any state; charts have words; motion, width and colours are the reader's.</summary>
public class AccessibilityTest(Chromium chromium)
{
    public static TheoryData<string, string, int, ColorScheme> Pages() => new()
    {
        { "week", "", 1280, ColorScheme.Light },
        { "week", "", 1280, ColorScheme.Dark },
        { "week", "#niveau=academy&liste=establishment&tri.profils=1a", 320, ColorScheme.Light },
        { "week", "#profil=eleve&degre=2d", 1280, ColorScheme.Light },
        { "hours", "", 1280, ColorScheme.Light },
        { "hours", "#heures=utilisateurs&niveau=academy", 320, ColorScheme.Dark },
        { "withheld hours", "#niveau=department", 1280, ColorScheme.Dark },
        { "day", "#profil=eleve", 1280, ColorScheme.Light },
        { "year", "", 1280, ColorScheme.Light },
        { "year", "#pas=mois&niveau=department", 320, ColorScheme.Dark },
        { "nothing", "", 1280, ColorScheme.Light },
        { "withheld", "", 1280, ColorScheme.Light },
        { "extract", "", 1280, ColorScheme.Light },
        { "hostile", "", 1280, ColorScheme.Light },
        { "hostile", "#niveau=project", 320, ColorScheme.Light },
        { "national", "#niveau=establishment&liste=establishment", 1280, ColorScheme.Light },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing(string name, string hash, int width, ColorScheme scheme)
    {
        await using var page = await OpenPage.Of(chromium, await BytesOf(name), hash, width, scheme);
        await page.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
        var result = await page.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        Assert.NotEmpty(result.Passes);
    }

    [Theory]
    [InlineData("week")]
    [InlineData("hours")]
    [InlineData("year")]
    [InlineData("hostile")]
    [InlineData("national")]
    public async Task A_page_of_320_pixels_scrolls_in_one_direction(string name)
    {
        await using var page = await OpenPage.Of(chromium, await BytesOf(name), width: 320);
        Assert.Equal(320, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Every_chart_has_words_and_a_table_beside_it()
    {
        await using var page = await OpenPage.Of(chromium, await BytesOf("year"));
        var charts = await page.Page.EvaluateAsync<string[][]>(
            "() => [...document.querySelectorAll('svg[role=img]')].map(chart => [chart.closest('.block').id, chart.getAttribute('aria-label'), String(chart.closest('.block').querySelectorAll('table tbody tr').length)])");
        Assert.InRange(charts.Length, 5, 40);
        Assert.All(charts, chart =>
        {
            Assert.InRange(chart[1].Length, 20, 2_000);
            Assert.NotEqual("0", chart[2]);
        });
        Assert.Contains(charts, chart => chart[0] == "decomposition");

        // No other drawing is read out.
        Assert.Equal(0, await page.Page.Locator("svg:not([role=img]):not([aria-hidden=true])").CountAsync());
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, "auto")]
    [InlineData(ReducedMotion.NoPreference, "smooth")]
    public async Task Motion_is_the_readers_choice(ReducedMotion motion, string expected)
    {
        await using var page = await OpenPage.Of(chromium, await BytesOf("day"), motion: motion);
        Assert.Equal(expected, await page.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).scrollBehavior"));
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => document.getAnimations().length"));
    }

    [Fact]
    public async Task On_paper_filters_go_and_tables_open()
    {
        await using var page = await OpenPage.Of(chromium, await BytesOf("week"));
        Assert.False(await page.Page.Locator("#table-profils").IsVisibleAsync());
        await page.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await page.Page.Locator("#table-profils").IsVisibleAsync());
        Assert.False(await page.Page.Locator("#filtres").IsVisibleAsync());
        Assert.True(await page.Page.Locator("#chiffres-cles .heading").IsVisibleAsync());
        await page.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        Assert.False(await page.Page.Locator("#table-profils").IsVisibleAsync());
        var paper = await page.Page.PdfAsync(new PagePdfOptions { Format = "A4" });
        Assert.Equal("%PDF"u8, paper.AsSpan(0, 4));
        Assert.False(await page.Page.Locator("#table-profils").IsVisibleAsync());
    }

    private static async Task<byte[]> BytesOf(string name) => name switch
    {
        "week" => Measured.PageOf(await Measured.Week.Value),
        "hours" => Measured.PageOf(await Measured.Hours.Value),
        "withheld hours" => Measured.PageOf(await Measured.WithheldHours.Value),
        "day" => Measured.PageOf(await Measured.Day.Value),
        "year" => Measured.PageOf(await Measured.SchoolYear.Value),
        "nothing" => Measured.PageOf(await Measured.Nothing.Value),
        "withheld" => Measured.PageOf(await Measured.Withheld.Value),
        "extract" => Measured.PageOf(await Measured.Extract(TerritoryLevel.Academy, (await Measured.Week.Value).Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Academy } && row.Code != "inconnu").MaxBy(row => row.Visits).Code)),
        "national" => NationalWeek.Page.Value,
        _ => HostilePage.Bytes,
    };
}
