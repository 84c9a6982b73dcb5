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
    }

    [Fact]
    public async Task Who_is_out_of_the_perimeter_is_not_expected()
    {
        var row = Row(await Measure(PerimeterDefinition.Everything.Only("academy=14").Only("department=22").Only("school-level=2d")), PeriodKind.All, Monday, TerritoryLevel.National, "FR");
        Assert.Equal((0L, 1L, 0L), (row.Seen, row.Expected, row.ExpectedSeen));
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

    private static async Task<IReadOnlyList<CoverageRow>> Measure(PerimeterDefinition? perimeter = null, DateOnly? from = null, DateOnly? to = null, string log = Log)
    {
        using var folder = new References.TemporaryFolder();
        var definition = new MeasurementDefinition
        {
            Annuaire = await Dnma.Engine.References.Annuaire.ReadAsync(folder.Write("annuaire.csv", Annuaire), TestContext.Current.CancellationToken),
            Perimeter = perimeter ?? PerimeterDefinition.Everything,
            Periods = [PeriodKind.Day, PeriodKind.Week, PeriodKind.All],
            Levels = [TerritoryLevel.National, TerritoryLevel.Academy, TerritoryLevel.Department, TerritoryLevel.Establishment, TerritoryLevel.Region],
        };
        return (await ShardedRun.Whole(ShardedRun.Csv(log), definition.Over(from ?? Monday, to ?? new DateOnly(2022, 9, 14)))).Coverage;
    }
}
