using System.Text.Json;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;
using FsCheck;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>What the page shows is what the table holds.</summary>
public class DashboardDataTests
{
    private static readonly DateOnly First = new(2022, 9, 1);
    private static readonly IndicatorTable Table = DemoMeasurement.Table();
    private static readonly WrittenPage Page = WrittenPage.Of(Table, DemoMeasurement.Context);
    private static readonly IndicatorRow Whole = Find(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Total, "total");

    [Fact]
    public void Key_figures_are_those_of_the_whole_range()
    {
        Assert.Equal(Whole.Visits, WrittenPage.ValueOf(Figure("visites")));
        Assert.Equal(Whole.Users, WrittenPage.ValueOf(Figure("utilisateurs")));
        Assert.Equal(Whole.PageViews, WrittenPage.ValueOf(Figure("pages-vues")));
        Assert.Equal((Whole.DurationMs, Whole.TimedVisits), WrittenPage.QuotientOf(Figure("temps-par-visite")));
        Assert.Equal((Whole.PageViews, Whole.Visits), WrittenPage.QuotientOf(Figure("pages-par-visite")));
        Assert.Equal((Whole.Bounces, Whole.Visits), WrittenPage.QuotientOf(Figure("rebond")));
        Assert.Equal((Whole.FlashVisits, Whole.Visits), WrittenPage.QuotientOf(Figure("visites-eclair")));
        Assert.Equal((Visits(Dimension.Device, "smartphone") + Visits(Dimension.Device, "tablette"), Whole.Visits - Visits(Dimension.Device, "inconnu")), WrittenPage.QuotientOf(Figure("part-mobile")));
        Assert.Equal((Whole.Visits - Visits(Dimension.Profile, "inconnu"), Whole.Visits), WrittenPage.QuotientOf(Figure("profil-connu")));
        var unknown = Find(PeriodKind.All, First, TerritoryLevel.Establishment, "inconnu", Dimension.Total, "total").Visits;
        Assert.Equal((Whole.Visits - unknown, Whole.Visits), WrittenPage.QuotientOf(Figure("etablissement-connu")));
    }

    [Theory]
    [InlineData("jours", PeriodKind.Day, 30)]
    [InlineData("semaines", PeriodKind.Week, 5)]
    public void Periods_are_those_of_the_table(string block, PeriodKind kind, int count)
    {
        var rows = Page.Block(block).GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(count, rows.Count);
        foreach (var row in rows)
        {
            var expected = Find(kind, LocalCalendar.DateOf((int)WrittenPage.ValueOf(row[0])), TerritoryLevel.National, "FR", Dimension.Total, "total");
            Assert.Equal([expected.Visits, expected.Users, expected.PageViews], [.. row.EnumerateArray().Skip(1).Take(3).Select(WrittenPage.ValueOf)]);
            Assert.Equal((expected.DurationMs, expected.TimedVisits), WrittenPage.QuotientOf(row[4]));
            Assert.Equal((expected.Bounces, expected.Visits), WrittenPage.QuotientOf(row[5]));
        }

        // The last line is the whole range's own count of people, not a sum.
        Assert.Equal(Whole.Users, WrittenPage.ValueOf(Page.Block(block).GetProperty("total")[0][2]));
    }

    [Fact]
    public void Weeks_that_the_range_cuts_are_hatched()
    {
        // From Thursday 1 to Friday 30 September 2022: the first and the last of five weeks.
        Assert.Equal([0, 4], Page.Block("semaines").GetProperty("chart").GetProperty("hatched").EnumerateArray().Select(row => row.GetInt32()));
        Assert.Equal("29 août 2022 (incomplète)", WrittenPage.TextOf(Page.Block("semaines").GetProperty("rows")[0][0]));
        Assert.Equal("5 sept. 2022", WrittenPage.TextOf(Page.Block("semaines").GetProperty("rows")[1][0]));
    }

    [Theory]
    [InlineData("profils", "profile")]
    [InlineData("appareils", "device")]
    [InlineData("systemes", "os")]
    [InlineData("navigateurs", "browser")]
    [InlineData("degres", "school-level")]
    [InlineData("services-utilises", "service")]
    [InlineData("objets-connectes", "connected-object")]
    public void Breakdowns_are_those_of_the_table(string block, string code)
    {
        var dimension = Dimension.Shipped.Single(shipped => shipped.Code == code);
        var expected = Table.Where(row => row.Period == PeriodKind.All && row.Level == TerritoryLevel.National && row.Dimension == dimension).ToList();
        var rows = Page.Rows(block);
        Assert.Equal(expected.Count, rows.Count);
        foreach (var row in expected)
        {
            var cells = rows[FrenchLabels.Of(dimension, row.Modality)];
            Assert.Equal(row.Visits, WrittenPage.ValueOf(cells[1]));
            Assert.Equal(row.Users, WrittenPage.ValueOf(cells[3]));
            Assert.Equal((row.DurationMs, code == "service" ? row.Visits : row.TimedVisits), WrittenPage.QuotientOf(cells[4]));
        }
    }

    [Theory]
    [InlineData("types", "type")]
    [InlineData("outils", "tool")]
    public void Uses_are_those_of_the_table_and_their_shares_are_of_hits(string block, string code)
    {
        var dimension = Dimension.Shipped.Single(shipped => shipped.Code == code);
        foreach (var row in Table.Where(row => row.Period == PeriodKind.All && row.Dimension == dimension))
        {
            var cells = Page.Rows(block)[FrenchLabels.Of(dimension, row.Modality)];
            Assert.Equal([row.Visits, row.Users, row.Hits], [.. cells.Skip(1).Take(3).Select(WrittenPage.ValueOf)]);
            Assert.Equal((row.Hits, Whole.Hits), WrittenPage.QuotientOf(cells[4]));
        }
    }

    [Fact]
    public void Shares_of_services_are_of_the_published_ones_and_the_rest_stands_apart()
    {
        var block = Page.Block("services-utilises");
        var shares = block.GetProperty("rows").EnumerateArray().Select(row => WrittenPage.QuotientOf(row[2])).ToList();
        Assert.All(shares, share => Assert.Equal(shares.Sum(each => each.Item1), share.Item2));
        Assert.Equal(
            ["Pages de l’ENT hors service", "Inconnu", "cantine_en_ligne"],
            block.GetProperty("apart").EnumerateArray().Select(row => WrittenPage.TextOf(row[0])));
        Assert.All(block.GetProperty("apart").EnumerateArray(), row => Assert.Equal("–", WrittenPage.TextOf(row[2])));
    }

    [Fact]
    public void The_vocabulary_of_services_has_the_25_published_ones()
    {
        // Domain §4.3, as it is written there.
        const string Published =
            "accueil, actualites, cahier_textes, cahier_liaison, courrier_electronique, messagerie_instantanee, visioconference, stockage_partage, "
            + "production_collaborative, documentation_cdi, parcours_pedagogique, reservation_salles_materiels, service_collectivite, services_vie_scolaire, "
            + "gestion_temps, absences, gestion_competences, notes, manuel_numerique, ressource_multimedia, ressource_orientation, ressource_production, "
            + "ressource_accompagnement_entrainement, ressource_reference_dictionnaire, ressource_documentaire";
        var codes = Published.Split(", ");
        Assert.Equal(25, codes.Length);
        Assert.All(codes, code => Assert.True(FrenchLabels.IsPublishedService(code)));
        Assert.Equal(25, codes.Select(code => FrenchLabels.Of(Dimension.Service, code)).Distinct().Count());
        Assert.False(FrenchLabels.IsPublishedService("page_ent"));
        Assert.False(FrenchLabels.IsPublishedService("inconnu"));
    }

    [Fact]
    public void Devices_of_a_profile_are_those_of_the_table()
    {
        var pupils = Page.Rows("profils-par-appareil")["Élèves"];
        var expected = new[] { "ordinateur", "smartphone", "tablette", "autreappareil", "inconnu" }.Select(device => Visits(Dimension.ProfileDevice, $"eleve_{device}")).ToList();
        Assert.Equal(expected, [.. pupils.Skip(1).Take(5).Select(WrittenPage.ValueOf)]);
        Assert.Equal((expected.Take(4).Sum(), expected.Sum()), WrittenPage.QuotientOf(pupils[6]));
        Assert.Equal((expected[1] + expected[2], expected.Take(4).Sum()), WrittenPage.QuotientOf(pupils[7]));
    }

    [Fact]
    public void The_twenty_most_visited_establishments_are_shown_by_code_and_name()
    {
        var expected = Table.Where(row => row.Level == TerritoryLevel.Establishment && row.Code != "inconnu").OrderByDescending(row => row.Visits).Take(20).ToList();
        var rows = Page.Block("etablissements").GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(expected.Select(row => row.Code), rows.Select(row => WrittenPage.TextOf(row[0])));
        Assert.Equal(expected.Select(row => row.Visits), rows.Select(row => WrittenPage.ValueOf(row[2])));
        Assert.Equal(expected.Select(row => row.Users), rows.Select(row => WrittenPage.ValueOf(row[4])));
        Assert.Equal("Collège de démonstration 001", WrittenPage.TextOf(rows[0][1]));
    }

    [Fact]
    public void Academies_bear_their_names()
    {
        var rows = Page.Rows("academies");
        Assert.Equal(23, rows.Count);
        Assert.Equal(Find(PeriodKind.All, First, TerritoryLevel.Academy, "18", Dimension.Total, "total").Visits, WrittenPage.ValueOf(rows["Orléans-Tours"][1]));
        Assert.Equal("Académie 18", WrittenPage.TextOf(WrittenPage.Of(Table, DemoMeasurement.Context with { NameOf = (_, _) => null })
            .Block("academies").GetProperty("rows").EnumerateArray().Single(row => WrittenPage.ValueOf(row[1]) == WrittenPage.ValueOf(rows["Orléans-Tours"][1]))[0]));
    }

    [Fact]
    public void Ledgers_laws_and_inputs_are_shown_as_given()
    {
        Assert.Equal(DemoMeasurement.Context.Ledger.Select(line => line.Count), Page.Block("comptes").GetProperty("rows").EnumerateArray().Select(row => WrittenPage.ValueOf(row[1])));
        Assert.All(Page.Block("lois").GetProperty("rows").EnumerateArray(), row => Assert.Equal("✓ oui", WrittenPage.TextOf(row[3])));
        Assert.Equal(DemoMeasurement.Context.Inputs.Select(input => input.Sha256), Page.Block("entrees").GetProperty("rows").EnumerateArray().Select(row => WrittenPage.TextOf(row[2])));
    }

    [Fact]
    public void A_broken_law_is_the_first_warning()
    {
        var data = DashboardData.From(Table, DemoMeasurement.Context with { Laws = [new("A = B", 1_000, 999, false)] });
        Assert.Equal(2, data.Warnings.Count);
        Assert.Equal("Loi non tenue : A = B (attendu 1\u202F000, obtenu 999). Ces chiffres ne doivent pas être publiés.", data.Warnings[0]);
    }

    [Fact]
    public void Without_the_whole_range_only_periods_are_shown_and_a_warning_says_so()
    {
        var page = WrittenPage.Of(
            new RowsToTable().Add(PeriodKind.Day, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 5).Table(), DemoMeasurement.Context);
        Assert.Equal(0, page.Data.GetProperty("cards").GetArrayLength());
        Assert.True(page.HasBlock("jours"));
        Assert.Equal("", page.Data.GetProperty("notice").GetString());
        Assert.Contains(page.Data.GetProperty("warnings").EnumerateArray(), text => text.GetString()!.Contains("période entière", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_measured_is_left_out()
    {
        var page = WrittenPage.Of(
            new RowsToTable().Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 5).Table(), DemoMeasurement.Context);
        Assert.False(page.HasBlock("profils"));
        Assert.False(page.HasBlock("etablissements"));
        Assert.Equal("non calculé dans cette mesure", page.Card("etablissement-connu").GetProperty("basis").GetString());
        Assert.Equal("–", page.CardText("part-mobile"));
    }

    /// <summary>Empty days must not vanish from a series: with or without their rows, every day stands in the page.</summary>
    [Property]
    public bool Every_day_between_the_first_and_the_last_is_shown(NonEmptyArray<bool> hasVisits)
    {
        var rows = new RowsToTable().Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 1_000);
        var days = new List<long>();
        for (var i = 0; i < hasVisits.Get.Length; i++)
        {
            days.Add(hasVisits.Get[i] ? i + 1 : 0);
            if (days[i] > 0)
            {
                rows.Add(PeriodKind.Day, First.AddDays(i), TerritoryLevel.National, "FR", Dimension.Total, "total", days[i]);
            }
        }

        var page = WrittenPage.Of(rows.Table(), DemoMeasurement.Context);
        var first = days.FindIndex(visits => visits > 0);
        return first < 0
            ? !page.HasBlock("jours")
            : days.Skip(first).Take(days.FindLastIndex(visits => visits > 0) - first + 1)
                .SequenceEqual(page.Block("jours").GetProperty("rows").EnumerateArray().Select(row => WrittenPage.ValueOf(row[1])));
    }

    [Fact]
    public void Labels_without_end_are_shown_up_to_a_limit_that_is_said()
    {
        var rows = new RowsToTable().Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 5);
        for (var i = 0; i < 1_000; i++)
        {
            rows.Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Tool, $"tool{i:000}", 1);
        }

        var block = WrittenPage.Of(rows.Table(), DemoMeasurement.Context).Block("outils");
        Assert.Equal(40, block.GetProperty("rows").GetArrayLength());
        Assert.Contains(block.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("1\u202F000", StringComparison.Ordinal));
    }

    private static JsonElement Figure(string card) => Page.Card(card).GetProperty("figure");

    private static long Visits(Dimension dimension, string modality) => Find(PeriodKind.All, First, TerritoryLevel.National, "FR", dimension, modality).Visits;

    private static IndicatorRow Find(PeriodKind period, DateOnly start, TerritoryLevel level, string code, Dimension dimension, string modality) =>
        Table.Find(period, start, level, code, dimension, modality) ?? throw new InvalidOperationException($"{period} {start} {level} {code} {dimension} {modality}");
}
