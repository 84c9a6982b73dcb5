using Dnma.Engine.Browser.Tests.Pages;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;

namespace Dnma.Engine.Browser.Tests;

/// <summary>Pages of every size and of hostile words.</summary>
public class RobustnessTest(Chromium chromium)
{
    [Fact]
    public async Task Words_from_outside_are_shown_as_words()
    {
        await using var page = await OpenPage.Of(chromium, HostilePage.Bytes, "#liste=platform");
        Assert.Equal("undefined", await page.Page.EvaluateAsync<string>("() => typeof window.taken"));
        Assert.Equal(1, await page.Page.EvaluateAsync<int>("() => [...document.scripts].filter(script => !script.type).length"));
        Assert.Equal(0, await page.Page.Locator("img, iframe, object, embed, [onfocus], [onerror]").CountAsync());
        var tools = (await page.Table("outils")).Select(cells => cells[0]).ToArray();
        Assert.Equal(HostilePage.Texts.Select(text => OutsideText.Of(text)).Order(StringComparer.Ordinal), tools.Order(StringComparer.Ordinal));
        foreach (var text in HostilePage.Texts)
        {
            // Each can be chosen, by its address and in the select, and is found again.
            await page.Choose($"#niveau=platform&territoire={Uri.EscapeDataString(text)}");
            Assert.Equal(text.Replace("\u0000", "\uFFFD", StringComparison.Ordinal).Length, (await page.Page.EvaluateAsync<string>("() => document.getElementById('territoire').value")).Length);
            Assert.Equal(FrenchFormat.Count(10 + Array.IndexOf(HostilePage.Texts, text)), await page.Card("visites"));
        }

        Assert.Equal("undefined", await page.Page.EvaluateAsync<string>("() => typeof window.taken"));
    }

    [Fact]
    public async Task Without_a_hit_the_page_says_so_and_shows_the_ledger()
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Nothing.Value));
        Assert.Equal("Aucune visite dans la période mesurée.", await page.Text("main .notice"));
        Assert.False(await page.Has(".card"));
        Assert.False(await page.Page.Locator("#filtres").IsVisibleAsync());
        Assert.True(await page.Page.Locator("#table-comptes").IsVisibleAsync());
    }

    [Fact]
    public async Task A_day_is_a_page_of_its_own()
    {
        var day = await Measured.Day.Value;
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(day));
        Assert.Equal(Texts.Cards(day.NationalTotal!.Value), await Texts.Cards(page));
        Assert.Contains("n’ont pas plusieurs jours", await page.Text("#courbe .reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_year_shows_its_days_weeks_and_months_with_the_holidays_of_the_chosen_zone()
    {
        var year = await Measured.SchoolYear.Value;
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(year));
        Assert.Equal(303, (await page.Table("courbe-jour")).Length - 1);
        Assert.Contains("zones A, B et C", await page.Text("#courbe .notes"), StringComparison.Ordinal);
        await page.Choose("#pas=mois");
        var months = year.Indicators.Where(row => row is { Period: PeriodKind.Month, Level: TerritoryLevel.National } && row.Dimension == Dimension.Total).Select(row => FrenchFormat.Count(row.Visits)).ToArray();
        Assert.Equal(10, months.Length);
        Assert.Equal(months, (await page.Table("courbe-mois")).Take(10).Select(cells => cells[1]));
        await page.Choose("#niveau=academy&territoire=28&pas=semaine");
        Assert.Contains("celles du territoire choisi", await page.Text("#courbe .notes"), StringComparison.Ordinal);
        Assert.Contains("La Réunion", await page.Page.Locator("#courbe svg.chart .lane.strong").AllTextContentsAsync());
        Assert.DoesNotContain("Zone A", await page.Page.Locator("#courbe svg.chart .lane.strong").AllTextContentsAsync());

        // A school that ended at Christmas and one that began after it, by week: each enters or leaves.
        await page.Choose("#de=2022-12-12&a=2023-01-09");
        var steps = (await page.Table("decomposition")).ToDictionary(cells => cells[0], cells => cells[1]);
        long Week(DateOnly monday, string uai) => year.Indicators.Find(PeriodKind.Week, monday, TerritoryLevel.Establishment, uai, Dimension.Total, "total")!.Value.Visits;
        Assert.Equal("+" + FrenchFormat.Count(Week(new(2023, 1, 9), "0670003C")), steps["Établissements entrés"]);
        Assert.Equal(FrenchFormat.Count(-Week(new(2022, 12, 12), "0370002B")), steps["Établissements sortis"]);
    }

    /// <summary>What somebody may see who may see one académie: its own page, without a word of the others.</summary>
    [Fact]
    public async Task An_extract_opens_with_its_own_territory()
    {
        var week = await Measured.Week.Value;
        var academy = week.Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Academy } && row.Dimension == Dimension.Total && row.Code != "inconnu").MaxBy(row => row.Visits);
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Extract(TerritoryLevel.Academy, academy.Code)));
        Assert.Equal(Texts.Cards(academy), await Texts.Cards(page));
        Assert.Contains("Cette page est un extrait", await page.Text("#avertissements"), StringComparison.Ordinal);
        Assert.False(await page.Has("#table-comptes, #table-lois, #table-entrees, #table-certificat"));
        Assert.Equal("academy", await page.Page.InputValueAsync("#niveau"));
        await page.Choose("#niveau=national");
        Assert.Equal(Texts.Cards(academy), await Texts.Cards(page));
    }

    /// <summary>A stream lets the page wait for its turn behind the megabytes that are still read: nothing that it opens with is in one.</summary>
    [Fact]
    public async Task What_the_page_opens_with_is_read_without_a_stream()
    {
        await using var page = await OpenPage.Of(chromium, NationalWeek.Page.Value, before: "window.DecompressionStream = class { constructor() { window.streams = (window.streams ?? 0) + 1; throw new Error('none'); } };");
        Assert.Equal(Texts.Cards(NationalWeek.Table.Value.Find(PeriodKind.All, new DateOnly(2022, 9, 5), TerritoryLevel.National, "FR", Dimension.Total, "total")!.Value), await Texts.Cards(page));
        Assert.True(await page.Has("#table-profils") && await page.Has(".tiles") && await page.Has("#table-comptes"));
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("() => window.streams ?? 0"));
    }

    [Fact]
    public async Task A_national_week_of_30_000_establishments_is_a_page_of_some_megabytes_that_reads_them_when_asked()
    {
        var bytes = NationalWeek.Page.Value;
        Assert.InRange(bytes.Length, 1_000_000, 8_000_000);
        await using var page = await OpenPage.Of(chromium, bytes);

        // What it opens with is before the script; no establishment is decoded yet.
        Assert.Equal(NationalWeek.Table.Value.Find(PeriodKind.All, new DateOnly(2022, 9, 5), TerritoryLevel.National, "FR", Dimension.Total, "total")!.Value is var whole ? Texts.Cards(whole) : [], await Texts.Cards(page));
        await page.Choose("#niveau=establishment");
        Assert.Equal("INPUT", await page.Page.EvaluateAsync<string>("() => document.getElementById('territoire').tagName"));
        var uai = NationalWeek.Uai(23_456);
        await page.Page.FillAsync("#territoire", uai.ToLowerInvariant());
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.WaitForFunctionAsync("uai => location.hash.includes(uai)", uai);
        await page.Shown();
        Assert.Equal(FrenchFormat.Count(NationalWeek.VisitsOf(23_456)), await page.Card("visites"));
        await page.Choose("#liste=establishment");
        Assert.Equal(25, await page.Page.Locator("#table-territoires-establishment tbody:not(.apart) tr").CountAsync());
        Assert.Contains("30\u202F000", await page.Text("#territoires-liste .pager"), StringComparison.Ordinal);
        var first = Enumerable.Range(0, NationalWeek.Establishments).MaxBy(NationalWeek.VisitsOf);
        Assert.Equal(FrenchFormat.Count(NationalWeek.VisitsOf(first)), await page.Text("#table-territoires-establishment tbody td:nth-child(3)"));
        await page.Page.GetByText("Suivants ›").Last.ClickAsync();
        Assert.Contains("26 à 50", await page.Text("#territoires-liste .pager"), StringComparison.Ordinal);
    }
}
