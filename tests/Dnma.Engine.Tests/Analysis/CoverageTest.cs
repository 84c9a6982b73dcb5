using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Indicators;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Tests.Partials;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>A week and two days of two schools, by hand: one of Rennes, in zone B, and one of Martinique, which has a calendar of its own.</summary>
public class CoverageTest
{
    private const string Annuaire =
        """
        identifiant_de_l_etablissement;code_departement;code_academie;code_region;libelle_nature;etat;date_ouverture;code_commune
        0220158C;022;14;53;ECOLE PRIMAIRE;OUVERT;1990-01-01;22113
        0220001A;022;14;53;COLLEGE;OUVERT;;
        0350001A;035;14;53;COLLEGE;OUVERT;2022-09-12;
        0560001A;056;14;53;COLLEGE;FERME;;
        0010024W;972;31;02;COLLEGE;OUVERT;;

        """;

    /// <summary>The school of Lannion has no visit on Wednesday the 7th.</summary>
    private const string Log =
        """
        instant,visitor,uai,profile,service,device
        2022-09-05T08:00:00Z,a,0220158C,eleve,notes,smartphone
        2022-09-06T08:00:00Z,a,0220158C,,,
        2022-09-08T08:00:00Z,a,0220158C,eleve,,
        2022-09-09T08:00:00Z,a,0220158C,eleve,,
        2022-09-12T08:00:00Z,a,0220158C,eleve,,
        2022-09-06T08:00:00Z,b,0010024W,parent,,
        2022-09-06T08:00:00Z,c,,parent,,

        """;

    private static readonly DateOnly Monday = new(2022, 9, 5);
    private static readonly DateOnly NextMonday = new(2022, 9, 12);

    [Fact]
    public async Task A_school_day_without_visits_makes_a_week_partly_fed() => Assert.Equal(
        new CoverageRow(PeriodKind.Week, Monday, TerritoryLevel.Academy, "14", CoverageState.PartlyFed, 7, 4, 5, 4, 1, 1, 1, 2, 1, 4, 1, 3, 4, 1),
        Row(await Measure(), PeriodKind.Week, Monday, TerritoryLevel.Academy, "14"));

    [Fact]
    public async Task A_week_that_was_not_measured_to_its_end_is_unfinished() => Assert.Equal(
        new CoverageRow(PeriodKind.Week, NextMonday, TerritoryLevel.Academy, "14", CoverageState.Unfinished, 2, 1, 2, 1, 1, 1, 1, 3, 1, 1, 0, 1, 1, 0),
        Row(await Measure(), PeriodKind.Week, NextMonday, TerritoryLevel.Academy, "14"));

    [Fact]
    public async Task The_whole_range_is_never_unfinished() => Assert.Equal(
        new CoverageRow(PeriodKind.All, Monday, TerritoryLevel.Department, "22", CoverageState.PartlyFed, 9, 5, 7, 5, 2, 2, 1, 2, 1, 5, 1, 4, 5, 1),
        Row(await Measure(), PeriodKind.All, Monday, TerritoryLevel.Department, "22"));

    [Fact]
    public async Task Where_days_are_not_counted_weeks_are_judged()
    {
        var rows = await Measure();
        Assert.Equal(
            new CoverageRow(PeriodKind.Week, Monday, TerritoryLevel.Establishment, "0220158C", CoverageState.Complete, 7, null, 5, null, 1, 1, 1, 1, 1, 4, 1, 3, 4, 1),
            Row(rows, PeriodKind.Week, Monday, TerritoryLevel.Establishment, "0220158C"));
        Assert.Equal(
            new CoverageRow(PeriodKind.Week, Monday, TerritoryLevel.Region, "53", CoverageState.Complete, 7, null, 5, null, 1, 1, 1, 2, 1, 4, 1, 3, 4, 1),
            Row(rows, PeriodKind.Week, Monday, TerritoryLevel.Region, "53"));
    }

    /// <summary>Measured from Tuesday on: six days of the week, and no whole one.</summary>
    [Fact]
    public async Task A_week_that_is_cut_at_its_start_is_unfinished()
    {
        var row = Row(await Measure(from: Monday.AddDays(1)), PeriodKind.Week, Monday, TerritoryLevel.National, "FR");
        Assert.Equal((6, CoverageState.Unfinished), (row.Days, row.State));
    }

    [Fact]
    public async Task A_week_without_visits_makes_a_range_partly_fed()
    {
        var rows = await Measure(to: new DateOnly(2022, 9, 26));
        var row = Row(rows, PeriodKind.All, Monday, TerritoryLevel.Establishment, "0220158C");
        Assert.Equal((CoverageState.PartlyFed, 15, 3, 2), (row.State, row.SchoolDays, row.SchoolWeeks, row.FedSchoolWeeks));
    }

    /// <summary>Pupils of Martinique came back on 1 September 2022: the week has five school days, and one of them is fed.</summary>
    [Fact]
    public async Task Overseas_has_calendars_of_its_own() => Assert.Equal(
        new CoverageRow(PeriodKind.Week, Monday, TerritoryLevel.Academy, "31", CoverageState.PartlyFed, 7, 1, 5, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 0),
        Row(await Measure(), PeriodKind.Week, Monday, TerritoryLevel.Academy, "31"));

    /// <summary>No calendar goes back to 2018.</summary>
    [Fact]
    public async Task Without_a_calendar_only_the_measured_days_are_judged()
    {
        var monday = new DateOnly(2018, 9, 3);
        var rows = await Measure(from: monday, to: monday.AddDays(7), log: "instant,visitor,profile,uai\n2018-09-04T08:00:00Z,a,eleve,0220158C\n");
        Assert.Equal(
            new CoverageRow(PeriodKind.Week, monday, TerritoryLevel.Academy, "14", CoverageState.Complete, 7, 1, null, null, null, null, 1, 2, 1, 1, 0, 1, 1, 0),
            Row(rows, PeriodKind.Week, monday, TerritoryLevel.Academy, "14"));
    }

    /// <summary>Visits without a UAI are the nation's, but no establishment's.</summary>
    [Fact]
    public async Task The_nation_holds_all() => Assert.Equal(
        new CoverageRow(PeriodKind.Week, Monday, TerritoryLevel.National, "FR", CoverageState.PartlyFed, 7, 4, 5, 4, 1, 1, 2, 3, 2, 6, 1, 5, 6, 1),
        Row(await Measure(), PeriodKind.Week, Monday, TerritoryLevel.National, "FR"));

    [Fact]
    public async Task A_day_is_fed_or_not()
    {
        var rows = await Measure();
        var wednesday = Row(rows, PeriodKind.Day, new DateOnly(2022, 9, 7), TerritoryLevel.National, "FR");
        Assert.Equal((CoverageState.PartlyFed, 0, 1, 0L, null), (wednesday.State, wednesday.FedDays, wednesday.SchoolDays, wednesday.Visits, wednesday.Seen));
        Assert.Equal((3L, null, null, null), (wednesday.Expected, wednesday.ExpectedSeen, wednesday.SchoolWeeks, wednesday.FedSchoolWeeks));
        Assert.Equal(CoverageState.Complete, Row(rows, PeriodKind.Day, new DateOnly(2022, 9, 10), TerritoryLevel.National, "FR").State);
    }

    /// <summary>It opens on the second Monday: before, nobody expects it.</summary>
    [Fact]
    public async Task A_territory_that_is_expected_and_was_not_seen_has_its_row()
    {
        var rows = await Measure();
        Assert.Equal(
            new CoverageRow(PeriodKind.Week, NextMonday, TerritoryLevel.Department, "35", CoverageState.Unfinished, 2, 0, 2, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0),
            Row(rows, PeriodKind.Week, NextMonday, TerritoryLevel.Department, "35"));
        Assert.DoesNotContain(rows, row => row.Code == "35" && row.PeriodStart == Monday && row.Period == PeriodKind.Week);
        Assert.DoesNotContain(rows, row => row.Code == "56");
        Assert.DoesNotContain(rows, row => row.Code == "0220001A"); // An establishment that was not seen is a number in its territories' rows.
    }

    [Fact]
    public async Task Who_is_out_of_the_perimeter_is_not_expected()
    {
        var row = Row(await Measure(PerimeterDefinition.Everything.Only("academy=14").Only("department=22").Only("school-level=2d")), PeriodKind.All, Monday, TerritoryLevel.National, "FR");
        Assert.Equal((0L, 1L, 0L), (row.Seen, row.Expected, row.ExpectedSeen));
    }

    /// <summary>Closed from the second Monday on: expected in the week before, and not in that which begins then.</summary>
    [Fact]
    public async Task Who_closes_is_expected_until_then()
    {
        const string Closing = "identifiant_de_l_etablissement;code_academie;etat;date_fermeture\n0220158C;14;FERME;2022-09-12\n";
        var rows = await Measure(annuaire: Closing);
        Assert.Equal((1L, 1L), (Row(rows, PeriodKind.Week, Monday, TerritoryLevel.National, "FR").Expected, Row(rows, PeriodKind.Week, Monday, TerritoryLevel.Academy, "14").Expected));
        Assert.Equal((0L, 0L), (Row(rows, PeriodKind.Week, NextMonday, TerritoryLevel.National, "FR").Expected, Row(rows, PeriodKind.Week, NextMonday, TerritoryLevel.Academy, "14").Expected));
    }

    [Fact]
    public async Task Without_an_annuaire_nobody_says_who_is_expected()
    {
        var row = Row(await Measure(annuaire: "identifiant_de_l_etablissement\n"), PeriodKind.Week, Monday, TerritoryLevel.National, "FR");
        Assert.Equal((2L, null, null), (row.Seen, row.Expected, row.ExpectedSeen));
    }

    /// <summary>September has 30 days, and the year from August to July 365: 2023 is no leap year.</summary>
    [Fact]
    public async Task Months_and_school_years_are_whole_or_unfinished()
    {
        var year = await Measure(from: new DateOnly(2022, 8, 1), to: new DateOnly(2023, 8, 1), periods: [PeriodKind.Month, PeriodKind.SchoolYear]);
        var (september, whole) = (Row(year, PeriodKind.Month, new(2022, 9, 1), TerritoryLevel.National, "FR"), Row(year, PeriodKind.SchoolYear, new(2022, 8, 1), TerritoryLevel.National, "FR"));
        // From Thursday the 1st; days and weeks are judged though they are not published: five days and two weeks have visits.
        Assert.Equal((30, 22, 5, 5, 2, CoverageState.PartlyFed), (september.Days, september.SchoolDays, september.FedDays, september.SchoolWeeks, september.FedSchoolWeeks, september.State));
        Assert.Equal((365, CoverageState.PartlyFed), (whole.Days, whole.State));
        var cut = await Measure(from: new DateOnly(2022, 8, 1), to: new DateOnly(2022, 9, 30), periods: [PeriodKind.Month, PeriodKind.SchoolYear]);
        var (most, begun) = (Row(cut, PeriodKind.Month, new(2022, 9, 1), TerritoryLevel.National, "FR"), Row(cut, PeriodKind.SchoolYear, new(2022, 8, 1), TerritoryLevel.National, "FR"));
        Assert.Equal((29, CoverageState.Unfinished, 60, CoverageState.Unfinished), (most.Days, most.State, begun.Days, begun.State));
    }

    /// <summary>Which of the rows of a table that holds more.</summary>
    [Fact]
    public async Task Only_what_is_asked_for_is_told()
    {
        var measurement = await Measurement();
        var rows = CoverageTable.Of(measurement.Measured, measurement.Definition.Annuaire, PerimeterDefinition.Everything, [PeriodKind.Week], [TerritoryLevel.National, TerritoryLevel.Project]);
        Assert.Equal([(PeriodKind.Week, TerritoryLevel.National, Monday), (PeriodKind.Week, TerritoryLevel.National, NextMonday)], rows.Select(row => (row.Period, row.Level, row.PeriodStart)));
    }

    /// <summary>An establishment may be of several projects: nobody knows in which of them it was seen.</summary>
    [Fact]
    public async Task Establishments_are_not_counted_by_labels_of_hits()
    {
        var row = Row(await Measure(levels: [TerritoryLevel.Project, TerritoryLevel.Establishment]), PeriodKind.Week, Monday, TerritoryLevel.Project, "inconnu");
        Assert.Equal((null, null, null, 6L), (row.Seen, row.Expected, row.ExpectedSeen, row.Visits));
    }

    [Fact]
    public async Task Where_labels_of_hits_choose_nobody_knows_who_is_expected()
    {
        var rows = await Measure(PerimeterDefinition.Everything.Only("project=inconnu"));
        var row = Row(rows, PeriodKind.Week, Monday, TerritoryLevel.National, "FR");
        Assert.Equal((2L, null, null, 0L), (row.Seen, row.Expected, row.ExpectedSeen, row.EstablishmentCoverage.Denominator));
    }

    [Fact]
    public async Task Rows_are_in_the_order_of_their_keys()
    {
        var keys = (await Measure()).Select(row => $"{row.Period.Code()},{row.PeriodStart:yyyy-MM-dd},{row.Level.Code()},{row.Code}").ToArray();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys.Distinct(), keys);
    }

    private static CoverageRow Row(IReadOnlyList<CoverageRow> rows, PeriodKind period, DateOnly start, TerritoryLevel level, string code) =>
        rows.Single(row => row.Period == period && row.PeriodStart == start && row.Level == level && row.Code == code);

    private static async Task<IReadOnlyList<CoverageRow>> Measure(
        PerimeterDefinition? perimeter = null, DateOnly? from = null, DateOnly? to = null, string log = Log, string annuaire = Annuaire, PeriodKind[]? periods = null, TerritoryLevel[]? levels = null) =>
        (await Measurement(perimeter, from, to, log, annuaire, periods, levels)).Coverage;

    private static async Task<Measurement> Measurement(
        PerimeterDefinition? perimeter = null, DateOnly? from = null, DateOnly? to = null, string log = Log, string annuaire = Annuaire, PeriodKind[]? periods = null, TerritoryLevel[]? levels = null)
    {
        using var folder = new References.TemporaryFolder();
        var definition = new MeasurementDefinition
        {
            Annuaire = await Dnma.Engine.References.Annuaire.ReadAsync(folder.Write("annuaire.csv", annuaire), TestContext.Current.CancellationToken),
            Perimeter = perimeter ?? PerimeterDefinition.Everything,
            Periods = periods ?? [PeriodKind.Day, PeriodKind.Week, PeriodKind.All],
            Levels = levels ?? [TerritoryLevel.National, TerritoryLevel.Academy, TerritoryLevel.Department, TerritoryLevel.Establishment, TerritoryLevel.Region],
        };
        return await ShardedRun.Whole(ShardedRun.Csv(log), definition.Over(from ?? Monday, to ?? new DateOnly(2022, 9, 14)));
    }
}
