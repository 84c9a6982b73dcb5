using System.Text.Json;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;
using FsCheck;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>What the page holds is what the table holds.</summary>
public class DashboardDataTests
{
    private static readonly DateOnly First = new(2022, 9, 1);
    private static readonly IndicatorTable Table = DemoMeasurement.Table();
    private static readonly WrittenPage Page = WrittenPage.Of(Table, DemoMeasurement.Context);

    [Fact]
    public void The_page_holds_every_row_of_the_table_and_no_other()
    {
        var rows = Page.Rows();
        Assert.Equal(Table.Count, rows.Count);
        Assert.All(Table, row => Assert.Equal(WrittenPage.FiguresOf(row), rows[WrittenPage.Key(row)]));
    }

    /// <summary>Whatever the figures, the territories and the texts: what is read is what was written; and a smaller page leaves whole groups out, and says so.</summary>
    [Property(MaxTest = 200)]
    public void Rows_go_there_and_back(byte[] choices, NonNegativeInt most)
    {
        var table = Hostile(choices);
        var context = DemoMeasurement.Context with { NameOf = static (_, _) => null };
        var whole = WrittenPage.Of(table, context).Rows();
        Assert.Equal(table.Count, whole.Count);
        Assert.All(table, row => Assert.Equal(WrittenPage.FiguresOf(row), whole[WrittenPage.Key(row)]));

        var page = WrittenPage.Of(table, context, most.Get);
        var rows = page.Rows();
        Assert.All(rows, row => Assert.Equal(whole[row.Key], row.Value));
        var (held, left) = (Groups(page, "groups"), Groups(page, "left"));
        Assert.Empty(held.Intersect(left));
        Assert.All(table, row => Assert.Equal(rows.ContainsKey(WrittenPage.Key(row)), held.Contains(GroupOf(row))));
        Assert.All(table, row => Assert.True(held.Contains(GroupOf(row)) != left.Contains(GroupOf(row))));
    }

    [Fact]
    public void Withheld_rows_leave_nothing_on_the_page()
    {
        var rows = new RowsToTable()
            .Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 1_000)
            .Add(PeriodKind.All, First, TerritoryLevel.Platform, "secret-platform", Dimension.Total, "total", 3)
            .Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Tool, "secret-tool", 4)
            .Add(PeriodKind.Day, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 987_654_321);
        var table = rows.Table();
        var page = WrittenPage.Of(new IndicatorTable(table.Columns.Without([.. table.Select(row => row.Visits != 1_000)])), DemoMeasurement.Context with { Threshold = 5, Days = (First, First.AddDays(1)) });
        Assert.Single(page.Rows());
        Assert.DoesNotContain("secret-platform", page.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-tool", page.AllText, StringComparison.Ordinal);
        Assert.Equal(["all"], page.Data.GetProperty("periods").EnumerateArray().Select(period => period[0].GetString()));
        Assert.Equal(5, page.Data.GetProperty("threshold").GetInt32());
    }

    [Fact]
    public void Periods_read_in_French_and_say_whether_they_are_whole()
    {
        var periods = Page.Data.GetProperty("periods").EnumerateArray().Select(period => $"{period[0].GetString()}|{period[3].GetInt32()}|{period[4].GetString()}").ToArray();
        Assert.Equal("all|0|Toute la période mesurée", periods[0]);
        // From Thursday 1 to Friday 30 September 2022: the first and the last of five weeks are cut.
        Assert.Equal(
            ["week|1|Semaine du 29 août 2022", "week|0|Semaine du 5 sept. 2022", "week|0|Semaine du 12 sept. 2022", "week|0|Semaine du 19 sept. 2022", "week|1|Semaine du 26 sept. 2022"],
            periods[1..6]);
        Assert.Equal("day|0|Jeu. 1er sept. 2022", periods[6]);
        Assert.Equal("Septembre 2022", PagePeriod.Of(PeriodKind.Month, LocalCalendar.DayOf(First), default).Label);
        Assert.Equal("Année scolaire 2022-2023", PagePeriod.Of(PeriodKind.SchoolYear, LocalCalendar.DayOf(new DateOnly(2022, 8, 1)), default).Label);
    }

    /// <summary>Zone by zone, the holidays of the school calendar that touch the measured days (domain §6).</summary>
    [Fact]
    public void Holidays_of_the_zones_are_those_of_the_calendar()
    {
        var page = WrittenPage.Of(Table, DemoMeasurement.Context with { Days = (new DateOnly(2022, 10, 1), new DateOnly(2023, 3, 1)) });
        var zones = page.Data.GetProperty("zones").EnumerateArray().ToDictionary(zone => zone.GetProperty("code").GetString()!);
        string[] Spans(string zone) => [.. zones[zone].GetProperty("holidays").EnumerateArray().Select(span => $"{LocalCalendar.DateOf(span[0].GetInt32()):MM-dd}..{LocalCalendar.DateOf(span[1].GetInt32() - 1):MM-dd} {span[2].GetString()}")];
        Assert.Equal(["10-22..11-06 Toussaint", "12-17..01-02 Noël", "02-04..02-19 hiver"], Spans("A"));
        Assert.Equal(["10-22..11-06 Toussaint", "12-17..01-02 Noël", "02-11..02-26 hiver"], Spans("B"));
        Assert.Equal(["10-22..11-06 Toussaint", "12-17..01-02 Noël", "02-18..02-28 hiver"], Spans("C"));
        Assert.Equal(["01", "11", "16", "24", "25"], Codes(zones["C"], "academy"));
        Assert.True(zones.ContainsKey("La Réunion"));
        // 1 and 11 November, Christmas, New Year.
        Assert.Equal(["11-01", "11-11", "12-25", "01-01"], page.Data.GetProperty("feasts").EnumerateArray().Select(day => $"{LocalCalendar.DateOf(day.GetInt32()):MM-dd}"));
    }

    [Fact]
    public void Establishments_lie_where_the_annuaire_or_their_prefix_says()
    {
        var rows = new RowsToTable().Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 5);
        foreach (var code in new[] { "0450822X", "6200001A", "9741234B", "inconnu" })
        {
            rows.Add(PeriodKind.All, First, TerritoryLevel.Establishment, code, Dimension.Total, "total", 1);
        }

        var page = WrittenPage.Of(rows.Table(), DemoMeasurement.Context with { NameOf = (_, _) => null });
        var level = page.Level("establishment");
        Assert.Equal(["0450822X", "6200001A", "9741234B", "inconnu"], page.Codes("establishment"));
        // Domain §6: 45 is of Orléans-Tours (18), the prefix 620 means 2A, of Corse (27), 974 is La Réunion (28).
        Assert.Equal(["18", "27", "28", "inconnu"], page.Strings(level, "academy"));
        Assert.Equal(["45", "2A", "974", "inconnu"], page.Strings(level, "department"));
    }

    [Theory]
    [InlineData(PageLevel.MostInline, false)]
    [InlineData(PageLevel.MostInline + 1, true)]
    public void Many_territories_are_read_when_they_are_asked_for(int count, bool isLarge)
    {
        var rows = new RowsToTable();
        for (var i = 0; i < count; i++)
        {
            rows.Add(PeriodKind.All, First, TerritoryLevel.Establishment, $"{i:0000000}A", Dimension.Total, "total", i + 1);
            rows.Add(PeriodKind.Week, new DateOnly(2022, 8, 29), TerritoryLevel.Establishment, $"{i:0000000}A", Dimension.Total, "total", i + 1);
        }

        var page = WrittenPage.Of(rows.Table(), DemoMeasurement.Context);
        Assert.Equal(isLarge, page.Level("establishment").GetProperty("chunk").GetInt32() >= 0);
        Assert.Equal(2 * count, page.Rows().Count);
        // A week that is all there is has the same rows: they are kept once.
        Assert.Equal(isLarge ? 2 : 1, page.ChunkCount);
        Assert.Equal(count, page.Codes("establishment").Length);
    }

    [Fact]
    public void Labels_without_end_are_shown_up_to_a_limit_that_is_said()
    {
        var rows = new RowsToTable().Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 5);
        for (var i = 0; i < 1_000; i++)
        {
            rows.Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Tool, $"tool{i:000}", i);
        }

        var tools = WrittenPage.Of(rows.Table(), DemoMeasurement.Context).Dimension("tool");
        Assert.Equal(800, tools.GetProperty("hidden").GetInt32());
        Assert.Equal(Enumerable.Range(800, 200).Select(i => $"tool{i:000}"), Codes(tools, "codes"));
    }

    [Fact]
    public void A_figure_that_no_browser_can_hold_is_left_out_with_a_warning()
    {
        var page = WrittenPage.Of(
            new RowsToTable()
                .Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 5, durationMs: (1L << 52) + 1)
                .Add(PeriodKind.Day, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 5, durationMs: 1L << 52).Table(),
            DemoMeasurement.Context);
        Assert.Equal(1L << 52, Assert.Single(page.Rows()).Value[4]);
        Assert.Contains("1 ligne porte des nombres", page.Texts("warnings")[^1].Replace('\u202f', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_law_is_the_first_warning()
    {
        var data = DashboardData.From(Table, DemoMeasurement.Context with { Laws = [new("A = B", 1_000, 999, false)] });
        Assert.Equal(2, data.Warnings.Count);
        Assert.Equal("Loi non tenue : A = B (attendu 1\u202F000, obtenu 999). Ces chiffres ne doivent pas être publiés.", data.Warnings[0]);
    }

    [Fact]
    public void The_national_visits_without_an_establishment_are_told_where_no_row_is_missing()
    {
        long? Apart(IndicatorTable table, bool isExtract = false) =>
            WrittenPage.Of(table, DemoMeasurement.Context with { IsExtract = isExtract }).Data.GetProperty("periods")[0] is var all && all.GetArrayLength() > 5 ? all[5].GetInt64() : null;
        var rows = new RowsToTable()
            .Add(PeriodKind.All, First, TerritoryLevel.National, "FR", Dimension.Total, "total", 9)
            .Add(PeriodKind.All, First, TerritoryLevel.Establishment, "0450822X", Dimension.Total, "total", 7);
        Assert.Equal(0, Apart(rows.Table()));
        Assert.Null(Apart(rows.Table(), isExtract: true));
        var table = rows.Add(PeriodKind.All, First, TerritoryLevel.Establishment, "inconnu", Dimension.Total, "total", 2).Table();
        Assert.Equal(2, Apart(table));
        Assert.Equal(2, Apart(table, isExtract: true));
        Assert.Null(Apart(new IndicatorTable(table.Columns.Without([.. table.Select(row => row.Code == "0450822X")]))));
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
        Assert.All(codes, code => Assert.True(ModalityLabels.IsPublishedService(code)));
        Assert.Equal(25, codes.Select(code => ModalityLabels.Of(Dimension.Service, code, LabelLanguage.French)).Distinct().Count());
        Assert.False(ModalityLabels.IsPublishedService("page_ent"));
        Assert.False(ModalityLabels.IsPublishedService("inconnu"));
        Assert.Equal("Administration, vie scolaire, technique · autre appareil", ModalityLabels.Of(Dimension.ProfileDevice, "admin_vie_scol_tech_autreappareil", LabelLanguage.French));
    }

    private static string[] Codes(JsonElement element, string list) => [.. element.GetProperty(list).EnumerateArray().Select(code => code.GetString()!)];

    private static HashSet<string> Groups(WrittenPage page, string list) => [.. page.Data.GetProperty(list).EnumerateArray().SelectMany(group =>
        (group[1].GetInt32() >= 0 ? [group[1].GetInt32()] : page.Data.GetProperty("periods").EnumerateArray().Where(period => period[0].GetString() == group[0].GetString()).Select(period => period[1].GetInt32()))
            .Select(start => $"{group[0]} {start} {group[2]} {group[3]}"))];

    private static string GroupOf(IndicatorRow row) => $"{row.Period.Code()} {LocalCalendar.DayOf(row.PeriodStart)} {row.Level.Code()} {row.Dimension.Code}";

    /// <summary>Rows with unlikely keys and figures: users above visits, more timed visits than visits, large numbers, texts that mean something elsewhere.</summary>
    private static IndicatorTable Hostile(byte[] choices)
    {
        string[] texts = ["total", "a", "é", "</script>", "\uE000", "\U0001F600", "inconnu", "0450822X", " ", "'\"&"];
        long[] figures = [0, 1, 127, 128, 16_383, 16_384, (1L << 31) + 1, (1L << 52) - 3];
        Dimension[] dimensions = [Dimension.Total, Dimension.Profile, Dimension.Tool, Dimension.Custom("x")];
        var (rows, seen) = (new RowsToTable(), new HashSet<string>());
        for (var at = 0; at + 9 < choices.Length; at += 10)
        {
            var (kind, level, dimension) = ((PeriodKind)(choices[at] % 5), (TerritoryLevel)(choices[at + 1] % 11), dimensions[choices[at + 2] % 4]);
            var (code, modality, start) = (texts[choices[at + 3] % 10], texts[choices[at + 4] % 10], First.AddDays(choices[at + 5]));
            if (seen.Add($"{kind} {level} {dimension} {code} {modality} {start}"))
            {
                long Figure(int offset) => figures[choices[at + offset] % 8];
                rows.Add(kind, start, level, code, dimension, modality, Figure(6), Figure(7), Figure(8), Figure(9), Figure(7), Figure(8), Figure(9), Figure(6));
            }
        }

        return rows.Table();
    }
}
