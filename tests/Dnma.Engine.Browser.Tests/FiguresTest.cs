using Dnma.Engine.Browser.Tests.Pages;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;

namespace Dnma.Engine.Browser.Tests;

/// <summary>Figures on the page are those of the tables; where the tables have none, the page has none and says why.</summary>
public class FiguresTest(Chromium chromium)
{
    /// <summary>Rows of every kind of period and of several levels, with and without a profile or a degree.</summary>
    [Fact]
    public async Task Key_figures_are_those_of_the_chosen_row()
    {
        var week = await Measured.Week.Value;
        var rows = week.Indicators.Where(row => row.Dimension == Dimension.Total || row.Dimension == Dimension.Profile || row.Dimension == Dimension.SchoolLevel)
            .Where((row, at) => row.Level == TerritoryLevel.National ? at % 5 == 0 : at % 211 == 0).ToList();
        Assert.InRange(rows.Count, 15, 60);
        Assert.Contains(rows, row => row.Dimension == Dimension.Profile);
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(week));
        foreach (var row in rows)
        {
            var filter = row.Dimension == Dimension.Profile ? $"&profil={row.Modality}" : row.Dimension == Dimension.SchoolLevel ? $"&degre={row.Modality}" : "";
            await page.Choose(Texts.Hash(row, filter));
            if (row.Visits > 0)
            {
                Assert.Equal(Texts.Cards(row), await Texts.Cards(page));
            }
        }
    }

    [Theory]
    [InlineData("profile", "profils")]
    [InlineData("device", "appareils")]
    [InlineData("os", "systemes")]
    [InlineData("browser", "navigateurs")]
    [InlineData("service", "services-utilises")]
    [InlineData("school-level", "degres")]
    [InlineData("connected-object", "objets-connectes")]
    public async Task Breakdowns_are_those_of_the_table(string code, string table)
    {
        var week = await Measured.Week.Value;
        var dimension = Dimension.Shipped.Single(shipped => shipped.Code == code);
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(week));
        var academy = week.Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Academy } && row.Dimension == Dimension.Total).MaxBy(row => row.Visits);
        foreach (var (level, territory, hash) in new[] { (TerritoryLevel.National, "FR", ""), (TerritoryLevel.Academy, academy.Code, Texts.Hash(academy)) })
        {
            if (hash.Length > 0)
            {
                await page.Choose(hash);
            }

            var expected = week.Indicators.Where(row => row.Period == PeriodKind.All && row.Level == level && row.Code == territory && row.Dimension == dimension).ToList();
            var shown = (await page.Table(table)).Where(row => row[0] != "Toutes les visites").ToDictionary(row => row[0]);
            Assert.Equal(expected.Count, shown.Count);
            foreach (var row in expected)
            {
                var cells = shown[ModalityLabels.Of(dimension, row.Modality, LabelLanguage.French)];
                Assert.Equal(FrenchFormat.Count(row.Visits), cells[1]);
                Assert.Equal(FrenchFormat.Count(row.Users), cells[3]);
                Assert.Equal(FrenchFormat.MeanDuration(row.DurationMs, code == "service" ? row.Visits : row.TimedVisits), cells[4]);
            }
        }
    }

    [Fact]
    public async Task Days_and_devices_of_profiles_are_those_of_the_table()
    {
        var week = await Measured.Week.Value;
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(week));
        var days = await page.Table("courbe-jour");
        var rows = week.Indicators.Where(row => row is { Period: PeriodKind.Day, Level: TerritoryLevel.National } && row.Dimension == Dimension.Total).ToList();
        Assert.Equal(7, rows.Count);
        foreach (var (row, cells) in rows.Zip(days))
        {
            Assert.EndsWith(FrenchFormat.Date(row.PeriodStart), cells[0], StringComparison.Ordinal);
            Assert.Equal([FrenchFormat.Count(row.Visits), FrenchFormat.Count(row.Users), FrenchFormat.Count(row.PageViews), FrenchFormat.MeanDuration(row.DurationMs, row.TimedVisits), FrenchFormat.Share(row.Bounces, row.Visits)], cells[1..]);
        }

        var visits = week.National(Dimension.ProfileDevice).ToDictionary(row => row.Modality, row => row.Visits);
        var pupils = (await page.Table("profils-par-appareil")).Single(cells => cells[0] == "Élèves");
        var devices = new[] { "ordinateur", "smartphone", "tablette", "autreappareil", "inconnu" }.Select(device => visits.GetValueOrDefault($"eleve_{device}")).ToArray();
        Assert.Equal(devices.Select(FrenchFormat.Count), pupils[1..6]);
        Assert.Equal(FrenchFormat.Share(devices[1] + devices[2], devices[..4].Sum()), pupils[7]);
    }

    [Fact]
    public async Task Territories_are_those_of_the_table_and_of_the_chosen_one()
    {
        var week = await Measured.Week.Value;
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(week), "#liste=establishment");
        var schools = week.Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Establishment } && row.Dimension == Dimension.Total).ToDictionary(row => row.Code);
        var shown = (await page.Table("territoires-establishment")).Select(cells => cells[0] == "Inconnu" ? ["inconnu", .. cells[1..]] : cells).ToDictionary(cells => cells[0]);
        Assert.Equal(schools.Keys.Order(), shown.Keys.Order());
        Assert.All(schools.Values, row => Assert.Equal([FrenchFormat.Count(row.Visits), FrenchFormat.Count(row.Users)], [shown[row.Code][2], shown[row.Code][4]]));

        var academy = week.Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Academy } && row.Dimension == Dimension.Total).MaxBy(row => row.Visits);
        await page.Choose(Texts.Hash(academy, "&liste=establishment"));
        var inside = (await page.Table("territoires-establishment")).Select(cells => cells[0]).Order();
        Assert.Equal(schools.Keys.Where(uai => uai != "inconnu" && week.Definition.Annuaire.Describe(uai).AcademyCode == academy.Code).Order(), inside);
    }

    [Fact]
    public async Task Where_the_tables_cross_nothing_the_page_says_so_and_shows_no_figure()
    {
        var week = await Measured.Week.Value;
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(week), "#profil=eleve&degre=2d");
        Assert.False(await page.Has(".card"));
        Assert.Contains("ne les croisent pas", await page.Text("#chiffres-cles .reason"), StringComparison.Ordinal);
        await page.Choose("#profil=eleve");
        Assert.True(await page.Has(".card"));
        Assert.Contains("ne croisent pas les services avec le profil", await page.Text("#services-utilises .reason"), StringComparison.Ordinal);
        Assert.False(await page.Has("#table-services-utilises"));
        Assert.Contains("ne croisent pas le degré", await page.Text("#degres .reason"), StringComparison.Ordinal);
        Assert.Equal("–", await page.Card("profil-connu"));

        // The devices of a profile are counted.
        var phone = week.National(Dimension.ProfileDevice).Single(row => row.Modality == "eleve_smartphone");
        Assert.Equal(FrenchFormat.Count(phone.Users), (await page.Table("appareils")).Single(cells => cells[0] == "Smartphone")[3]);

        // No establishment has days.
        var school = week.Indicators.First(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Establishment });
        await page.Choose(Texts.Hash(school with { Period = PeriodKind.Day, PeriodStart = new DateOnly(2022, 9, 6) }));
        Assert.Contains("n’ont pas de ligne", await page.Text("#chiffres-cles .reason"), StringComparison.Ordinal);
        Assert.False(await page.Has("#calendrier"));
    }

    [Fact]
    public async Task Withheld_rows_are_said_to_be_possible_and_shares_are_of_what_is_shown()
    {
        var withheld = await Measured.Withheld.Value;
        Assert.Contains(withheld.Indicators, row => row.IsWithheld);
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(withheld));
        Assert.Contains("moins de 5 utilisateurs", await page.Text("#avertissements"), StringComparison.Ordinal);
        var hidden = withheld.Indicators.First(row => row is { IsWithheld: true, Period: PeriodKind.All, Level: TerritoryLevel.Academy } && row.Dimension == Dimension.Profile
            && !withheld.Indicators.Single(whole => whole is { Period: PeriodKind.All, Level: TerritoryLevel.Academy } && whole.Code == row.Code && whole.Dimension == Dimension.Total).IsWithheld);
        await page.Choose(Texts.Hash(hidden, $"&profil={hidden.Modality}"));
        Assert.False(await page.Has(".card"));
        Assert.Contains("seuil de 5 utilisateurs", await page.Text("#chiffres-cles .reason"), StringComparison.Ordinal);
        await page.Choose("");
        Assert.All(withheld.Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.National, IsWithheld: false } && row.Dimension == Dimension.Os), row => Assert.False(row.IsWithheld));
    }

    /// <summary>The page's formats are its own: they must be the engine's at every edge.</summary>
    [Fact]
    public async Task The_page_writes_figures_as_the_engine_does()
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(DemoMeasurement.Table(), DemoMeasurement.Context));
        long[] edges = [0, 1, 2, 4, 5, 7, 9, 10, 49, 50, 99, 100, 999, 1_000, 1_499, 1_500, 9_995, 10_000, 59_499, 59_500, 3_599_499, 3_599_500, 1_234_567, 987_654_321_012];
        var pairs = edges.SelectMany(left => edges.Select(right => new[] { left, right })).ToArray();
        var shown = await page.Page.EvaluateAsync<string[][]>("pairs => pairs.map(([a, b]) => [French.count(a), French.share(Math.min(a, b), b), French.mean(a, b), French.duration(a, b)])", pairs);
        Assert.All(pairs.Zip(shown), pair => Assert.Equal(
            [FrenchFormat.Count(pair.First[0]), FrenchFormat.Share(Math.Min(pair.First[0], pair.First[1]), pair.First[1]), FrenchFormat.Mean(pair.First[0], pair.First[1]), FrenchFormat.MeanDuration(pair.First[0], pair.First[1])],
            pair.Second));
        var days = Enumerable.Range(0, 800).Select(offset => new DateOnly(2023, 12, 25).AddDays(offset)).ToArray();
        var dates = await page.Page.EvaluateAsync<string[]>("days => days.map(French.longDay)", days.Select(LocalCalendar.DayOf).ToArray());
        Assert.Equal(days.Select(FrenchFormat.Day), dates);
    }

    /// <summary>One school enters, one leaves, two stay: terms by hand from the four weekly rows.</summary>
    [Fact]
    public async Task A_change_is_made_of_perimeter_users_and_intensity_to_the_last_visit()
    {
        DateOnly first = new(2022, 9, 5), second = new(2022, 9, 12);
        var rows = new RowsToTable();
        void Week(DateOnly monday, params (string Code, long Visits, long Users)[] schools)
        {
            rows.Add(PeriodKind.Week, monday, TerritoryLevel.National, "FR", Dimension.Total, "total", schools.Sum(school => school.Visits), 99);
            foreach (var (code, visits, users) in schools)
            {
                rows.Add(PeriodKind.Week, monday, TerritoryLevel.Establishment, code, Dimension.Total, "total", visits, users);
            }
        }

        Week(first, ("0450001A", 60, 20), ("0450002B", 40, 20), ("0450003C", 30, 9), ("inconnu", 5, 2));
        Week(second, ("0450001A", 90, 30), ("0450002B", 60, 20), ("0450004D", 12, 3), ("inconnu", 4, 2));
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(rows.Table(), DemoMeasurement.Context with { Days = (first, first.AddDays(14)), NameOf = (_, _) => null }));

        // V 100 → 150, U 40 → 50, q 2.5 → 3: users 10 · 2.75 = 27.5, intensity 45 · 0.5 = 22.5; the halves go to the first.
        Assert.Equal(
            ["135", "+12", "\u221230", "\u22121", "+28", "+22", "166"],
            (await page.Table("decomposition")).Select(cells => cells[1]));
        Assert.Contains("+31 visites (+23,0\u202F%)", await page.Text("#decomposition .notes"), StringComparison.Ordinal);
        Assert.Contains("2 établissements sont dans les deux semaines", await page.Text("#decomposition .notes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_week_there_is_no_change()
    {
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(await Measured.Week.Value));
        Assert.Contains("demande deux semaines", await page.Text("#decomposition .reason"), StringComparison.Ordinal);
    }

    /// <summary>Whatever is chosen, no number of users is on the page but those of single rows of the table.</summary>
    [Fact]
    public async Task Users_are_never_added_up()
    {
        var week = await Measured.Week.Value;
        var users = week.Indicators.Select(row => FrenchFormat.Count(row.Users)).ToHashSet();
        await using var page = await OpenPage.Of(chromium, Measured.PageOf(week), "#liste=establishment");
        var shown = await page.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('table')].flatMap(table => [...table.querySelectorAll('thead th')].flatMap((head, at) => head.textContent === 'Utilisateurs' ? [...table.querySelectorAll(':is(tbody, tfoot) tr')].map(row => row.children[at].textContent) : []))");
        Assert.InRange(shown.Length, 50, 1_000);
        Assert.All(shown, text => Assert.Contains(text, users));
    }
}
