using Dnma.Engine.Browser.Tests.Pages;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;
using Microsoft.Playwright;

namespace Dnma.Engine.Browser.Tests;

/// <summary>Filters, by the keyboard alone; the address that keeps them; tables in another order.</summary>
public class ChoiceTest(Chromium chromium)
{
    [Fact]
    public async Task Filters_work_by_the_keyboard_alone()
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Week.Value));
        var keyboard = page.Page.Keyboard;
        await keyboard.PressAsync("Tab");
        Assert.Equal("Aller aux chiffres", await page.Page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await keyboard.PressAsync("Tab");
        Assert.Equal("periode", await Focused(page));

        // The second period offered is the school year.
        await keyboard.PressAsync("ArrowDown");
        await page.Page.WaitForFunctionAsync("() => location.hash.includes('school-year')");
        await page.Shown();
        Assert.Equal("periode", await Focused(page));
        await keyboard.PressAsync("Tab");
        Assert.Equal("niveau", await Focused(page));
        await keyboard.TypeAsync("Aca");
        await page.Page.WaitForFunctionAsync("() => location.hash.includes('academy')");
        await page.Shown();
        await keyboard.PressAsync("Tab");
        Assert.Equal("territoire", await Focused(page));
        await keyboard.PressAsync("ArrowDown");
        await page.Page.WaitForFunctionAsync("() => location.hash.includes('territoire')");
        await page.Shown();
        await keyboard.PressAsync("Tab");
        Assert.Equal("profil", await Focused(page));
        await keyboard.TypeAsync("Par");
        await page.Page.WaitForFunctionAsync("() => location.hash.includes('profil=parent')");
        await page.Shown();
        Assert.Contains("Parents", await page.Text("#annonce"), StringComparison.Ordinal);
        var week = await Measured.Week.Value;
        var code = await page.Page.EvaluateAsync<string>("() => document.getElementById('territoire').value");
        var row = week.Indicators.Find(PeriodKind.SchoolYear, new DateOnly(2022, 8, 1), TerritoryLevel.Academy, code, Dimension.Profile, "parent")!.Value;
        Assert.Equal(Texts.Cards(row), await Texts.Cards(page));
    }

    [Fact]
    public async Task The_address_keeps_the_choice_on_load_and_back_and_forth()
    {
        var week = await Measured.Week.Value;
        var academies = week.Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Academy } && row.Dimension == Dimension.Total).ToArray();
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(week), Texts.Hash(academies[1]));
        Assert.Equal(Texts.Cards(academies[1]), await Texts.Cards(page));
        Assert.Equal(academies[1].Code, await page.Page.InputValueAsync("#territoire"));
        await page.Page.SelectOptionAsync("#territoire", academies[0].Code);
        await page.Page.WaitForFunctionAsync("code => location.hash.includes(`territoire=${code}`)", academies[0].Code);
        await page.Shown();
        Assert.Equal(Texts.Cards(academies[0]), await Texts.Cards(page));
        await page.Page.GoBackAsync();
        await page.Shown();
        Assert.Equal(Texts.Cards(academies[1]), await Texts.Cards(page));
        Assert.Equal(academies[1].Code, await page.Page.InputValueAsync("#territoire"));
        await page.Page.GoForwardAsync();
        await page.Shown();
        Assert.Equal(Texts.Cards(academies[0]), await Texts.Cards(page));
        await page.Page.ClickAsync("#tout");
        await page.Shown();
        Assert.Equal(Texts.Cards(week.NationalTotal!.Value), await Texts.Cards(page));
    }

    [Theory]
    [InlineData("#territoire=nowhere&niveau=academy")]
    [InlineData("#niveau=planet&periode=week:yesterday&profil=%E0%A4%A&degre=%")]
    [InlineData("#periode=all:9999-99-99&tri.profils=99d&tri.degres=-1a&pas=siècle&liste=x&de=x&a=y")]
    [InlineData("#a=b=c&&&=&niveau")]
    [InlineData("#__proto__=1&constructor=2&territoire=__proto__")]
    public async Task An_address_that_makes_no_sense_shows_what_there_is(string hash)
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Week.Value), hash);
        Assert.True(await page.Has(".card"));
    }

    [Fact]
    public async Task A_table_says_its_order_and_the_address_keeps_it()
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Week.Value));
        var head = page.Page.Locator("#table-types thead th").Nth(1);
        Assert.Null(await head.GetAttributeAsync("aria-sort"));
        var button = head.GetByRole(AriaRole.Button);
        await button.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("descending", await head.GetAttributeAsync("aria-sort"));
        await page.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("ascending", await head.GetAttributeAsync("aria-sort"));
        Assert.Equal(1, await page.Page.Locator("#table-types thead [aria-sort]").CountAsync());
        var visits = (await page.Page.Locator("#table-types tbody:not(.apart) td:nth-child(2)").AllTextContentsAsync()).Select(Number).ToArray();
        Assert.Equal(visits.Order(), visits);
        Assert.Contains("tri.types=1a", await page.Hash(), StringComparison.Ordinal);
        await page.Choose("#tri.types=1a&profil=");
        Assert.Equal("ascending", await page.Page.Locator("#table-types thead th").Nth(1).GetAttributeAsync("aria-sort"));
    }

    /// <summary>A tile, and a code in a list, are links that choose their territory; what had the focus is then the head of the figures.</summary>
    [Fact]
    public async Task Tiles_and_codes_choose_their_territory()
    {
        var week = await Measured.Week.Value;
        var academy = week.Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Academy } && row.Dimension == Dimension.Total && row.Code != "inconnu").MaxBy(row => row.Visits);
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(week));
        var tile = page.Page.Locator($".tile a[href*='territoire={academy.Code}']");
        Assert.Contains(FrenchFormat.Of(academy.Visits, "visite", "visites"), await tile.TextContentAsync(), StringComparison.Ordinal);
        await tile.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForFunctionAsync("() => location.hash.includes('academy')");
        await page.Shown();
        Assert.Equal(Texts.Cards(academy), await Texts.Cards(page));
        Assert.Equal("titre-chiffres-cles", await Focused(page));
        await page.Page.Locator("#table-territoires-academy, #table-territoires-department").GetByRole(AriaRole.Link).First.ClickAsync();
        await page.Page.WaitForFunctionAsync("() => location.hash.includes('niveau=')");
        await page.Shown();
        Assert.True(await page.Has(".card"));
    }

    /// <summary>Links to sections leave the choice in the address alone.</summary>
    [Fact]
    public async Task Sections_are_reached_without_losing_the_choice()
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Week.Value), "#profil=eleve");
        await page.Page.Locator("#sommaire").GetByRole(AriaRole.Link, new() { Name = "Territoires" }).ClickAsync();
        Assert.Equal("titre-territoires", await Focused(page));
        Assert.Equal("#profil=eleve", await page.Hash());
        Assert.Equal("eleve", await page.Page.InputValueAsync("#profil"));
    }

    private static long Number(string text) => long.Parse(text.Replace("\u202F", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    private static Task<string> Focused(OpenPage page) => page.Page.EvaluateAsync<string>("() => document.activeElement.id");
}
