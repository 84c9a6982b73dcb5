using System.Globalization;
using Dnma.Engine.Browser.Tests.Pages;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;
using Microsoft.Playwright;

namespace Dnma.Engine.Browser.Tests;

/// <summary>The week hour by hour: its cells and its list are the rows of the table, and where the table has none the page says which it is.</summary>
public class HoursTest(Chromium chromium)
{
    private static readonly string[] Days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    [Theory]
    [InlineData(PeriodKind.All, TerritoryLevel.National, "visites")]
    [InlineData(PeriodKind.Week, TerritoryLevel.Academy, "utilisateurs")]
    [InlineData(PeriodKind.Day, TerritoryLevel.Department, "visites")]
    [InlineData(PeriodKind.All, TerritoryLevel.Establishment, "visites")]
    public async Task The_map_and_its_list_are_the_rows_of_the_chosen_territory(PeriodKind kind, TerritoryLevel level, string measure)
    {
        var week = await Measured.Hours.Value;
        var total = week.Indicators.Where(row => row.Period == kind && row.Level == level && row.Dimension == Dimension.Total && row.Code != "inconnu").MaxBy(row => row.Visits);
        var rows = week.Indicators.Where(row => row.Period == kind && row.PeriodStart == total.PeriodStart && row.Level == level && row.Code == total.Code && row.Dimension == Dimension.LocalHour).ToList();
        Assert.InRange(rows.Count, 10, 168);
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(week), Texts.Hash(total, $"&heures={measure}"));

        var expected = rows.ToDictionary(row => Named(row.Modality), row => measure == "visites" ? row.Visits : row.Users);
        var shown = await MapOf(page);
        Assert.Equal(expected.OrderBy(cell => cell.Key).Select(cell => (cell.Key, FrenchFormat.Count(cell.Value))), shown.Where(cell => cell.Value != "0").OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value)));
        Assert.Equal(
            rows.Select(row => (string[])[Named(row.Modality), FrenchFormat.Count(row.Visits), FrenchFormat.Count(row.Users), FrenchFormat.Count(row.PageViews), FrenchFormat.Count(row.Hits)]),
            await page.Table("heures"));
        Assert.Contains("Heures de Europe/Paris", await page.Text("#heures .notes"), StringComparison.Ordinal);

        // A day has one line, and hours stand nowhere else on the page.
        Assert.Equal(kind == PeriodKind.Day ? 1 : 7, await page.Page.Locator("#heures .hours tbody tr").CountAsync());
        Assert.False(await page.Has("#autres"));
    }

    /// <summary>
    /// Clocks go back on 30 October 2022 at 01:00 UTC: 00:30 and 01:30 UTC are both half past two on Sunday. One person, an hour apart: two visits, one user. The
    /// nine days from Saturday to Sunday have two of each of these.
    /// </summary>
    [Fact]
    public async Task An_hour_that_is_there_twice_is_one_cell_and_days_that_come_twice_are_said_to()
    {
        const string Log = "instant,visitor\n2022-10-22T08:00:00Z,anna\n2022-10-30T00:30:00Z,anna\n2022-10-30T01:30:00Z,anna\n";
        var definition = new MeasurementDefinition { CustomDimensions = [Dimension.LocalHour.Code], From = new DateOnly(2022, 10, 22), To = new DateOnly(2022, 10, 31) };
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Of(Log, definition)));
        Assert.Equal([["samedi 10\u00A0h", "1", "1", "1", "1"], ["dimanche 2\u00A0h", "2", "1", "2", "2"]], await page.Table("heures"));
        var map = await MapOf(page);
        Assert.Equal(["dimanche 2\u00A0h 2", "samedi 10\u00A0h 1"], map.Where(cell => cell.Value != "0").Select(cell => $"{cell.Key} {cell.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(7 * 20, map.Count);
        Assert.Contains("lundi 1, mardi 1, mercredi 1, jeudi 1, vendredi 1, samedi 2, dimanche 2", await page.Text("#heures .notes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_filter_that_hours_are_not_crossed_with_the_page_says_so_and_shows_no_figure()
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Hours.Value), "#profil=eleve");
        Assert.Contains("ne croisent pas les heures avec le profil", await page.Text("#heures .reason"), StringComparison.Ordinal);
        Assert.False(await page.Has("#heures table"));
    }

    [Fact]
    public async Task Where_hours_were_not_counted_one_sentence_says_how_to_have_them()
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Week.Value));
        Assert.Contains("--custom local-hour", await page.Text("#heures .notes"), StringComparison.Ordinal);
        Assert.Equal(1, await page.Page.Locator("#heures p").CountAsync());
        Assert.False(await page.Has("#heures table, #heures .reason, #heures fieldset"));
    }

    [Fact]
    public async Task A_withheld_hour_is_no_zero()
    {
        var week = await Measured.WithheldHours.Value;
        var rows = week.National(Dimension.LocalHour).ToList();
        Assert.Contains(rows, row => row.IsWithheld);
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(week));
        var map = await MapOf(page);

        // An hour that no day shows a figure of has no column.
        Assert.All(rows.Where(row => !row.IsWithheld || map.ContainsKey(Named(row.Modality))), row => Assert.Equal(row.IsWithheld ? "–" : FrenchFormat.Count(row.Visits), map[Named(row.Modality)]));
        Assert.Contains(rows, row => row.IsWithheld && map.ContainsKey(Named(row.Modality)));
        Assert.DoesNotContain("0", map.Values);
        Assert.Equal(rows.Count(row => !row.IsWithheld), (await page.Table("heures")).Length);
    }

    [Fact]
    public async Task An_extract_has_the_hours_of_its_territory()
    {
        var week = await Measured.Hours.Value;
        var academy = week.Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Academy } && row.Dimension == Dimension.Total && row.Code != "inconnu").MaxBy(row => row.Visits);
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Extract(TerritoryLevel.Academy, academy.Code, withHours: true)));
        var expected = week.Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Academy } && row.Code == academy.Code && row.Dimension == Dimension.LocalHour).Select(row => (Named(row.Modality), FrenchFormat.Count(row.Visits)));
        Assert.Equal(expected, (await page.Table("heures")).Select(cells => (cells[0], cells[1])));
    }

    [Fact]
    public async Task The_keyboard_chooses_visits_or_users_and_reaches_the_map()
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Hours.Value));
        await page.Page.FocusAsync("#heures-visites");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.WaitForFunctionAsync("() => location.hash === '#heures=utilisateurs'");
        await page.Shown();
        Assert.Equal("heures-utilisateurs", await page.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("Utilisateurs par jour de la semaine et par heure", await page.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"));
    }

    /// <summary>An A4 page within its margins is 188 mm wide, 710 pixels.</summary>
    [Fact]
    public async Task The_map_fits_on_paper()
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Hours.Value), width: 710);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await page.Page.Locator("#heures .hours").IsVisibleAsync());
        Assert.False(await page.Page.Locator("#heures-visites").IsVisibleAsync());
        Assert.InRange(await page.Page.EvaluateAsync<float>("() => document.querySelector('#heures .hours').getBoundingClientRect().right"), 600, 710);
    }

    private static string Named(string modality) => $"{Days[modality[0] - '1']} {int.Parse(modality.AsSpan(2), CultureInfo.InvariantCulture)}\u00A0h";

    private static async Task<Dictionary<string, string>> MapOf(OpenPage page)
    {
        var cells = await page.Page.EvaluateAsync<string[][]>(
            "() => { const heads = [...document.querySelectorAll('#heures .hours thead th')]; return [...document.querySelectorAll('#heures .hours tbody tr')].flatMap(row => [...row.querySelectorAll('td')].map((cell, at) => [`${row.firstChild.textContent} ${heads[at + 1].textContent}`, cell.textContent])); }");
        return cells.ToDictionary(cell => cell[0], cell => cell[1]);
    }
}
