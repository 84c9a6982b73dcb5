using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Deployment;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.References;
using Dnma.Engine.Tests.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>What is declared beside what is measured, over two weeks, by hand.</summary>
public class DeploymentTest
{
    private static readonly DateOnly First = new(2022, 9, 5);
    private static readonly DateOnly Second = new(2022, 9, 12);
    private static readonly TerritoryLevel[] Levels = Enum.GetValues<TerritoryLevel>();

    private const string Register = """
        uai;project;platform;opened_on;closed_on;created_eleve;activated_eleve;created_parent
        0010024W;ENT-A;P1;;;100;80;50
        0220158C;ENT-A;P1;2022-09-13;;10;;
        0040533H;ENT-B;P2;;2022-09-12;;;
        0301674G;ENT-A;P1;;;20;5;
        0301674G;ENT-A;P2;;;1;1;

        """;

    /// <summary>0010024W is fed in both weeks, 0220158C and 0301674G in the second, 0490867B, which nobody declares, in the first.</summary>
    private static readonly MeasuredTable Measured = new(
        TableOfRows.Of(
            Users(First, "0010024W", "eleve", 60), Users(First, "0010024W", "parent", 20), Users(First, "0010024W", "inconnu", 3), Users(First, "0490867B", "eleve", 9),
            Users(Second, "0010024W", "eleve", 70), Users(Second, "0220158C", "eleve", 4), Users(Second, "0220158C", "enseignant", 2), Users(Second, "0301674G", "eleve", 8),
            Users(Second, "inconnu", "eleve", 5)),
        DayRange.Of(First, Second.AddDays(7)));

    [Fact]
    public async Task Establishments_are_counted_where_they_stand()
    {
        var rows = await Deployment(Register, PeriodKind.Week);
        Assert.Equal(new DeploymentRow(PeriodKind.Week, First, TerritoryLevel.National, "FR", "total", 3, 1, 1, 1), Row(rows, First, TerritoryLevel.National, "FR"));
        Assert.Equal(new DeploymentRow(PeriodKind.Week, Second, TerritoryLevel.National, "FR", "total", 3, 3, 3, 0), Row(rows, Second, TerritoryLevel.National, "FR"));

        // The prefixes tell: 001 is the Ain, of Lyon (10); 004 Alpes-de-Haute-Provence, 049 Maine-et-Loire, 022 Côtes-d'Armor.
        Assert.Equal((1, 1, 0, 0), Counts(Row(rows, First, TerritoryLevel.Academy, "10")));
        Assert.Equal((1, 0, 1, 0), Counts(Row(rows, First, TerritoryLevel.Department, "04")));
        Assert.Equal((0, 0, 0, 1), Counts(Row(rows, First, TerritoryLevel.Department, "49")));
        Assert.Equal((1, 1, 0, 0), Counts(Row(rows, Second, TerritoryLevel.Department, "22")));
        Assert.DoesNotContain(rows, row => row.PeriodStart == First && row.Code == "22");

        // Platforms and projects are as declared; who is undeclared has none.
        Assert.Equal((2, 1, 1, 0), Counts(Row(rows, First, TerritoryLevel.Platform, "P1")));
        Assert.Equal((2, 0, 2, 0), Counts(Row(rows, First, TerritoryLevel.Platform, "P2")));
        Assert.Equal((3, 3, 0, 0), Counts(Row(rows, Second, TerritoryLevel.Project, "ENT-A")));
        Assert.Equal(new Ratio(1, 3), Row(rows, First, TerritoryLevel.National, "FR").Coverage);
        Assert.DoesNotContain(rows, row => row.Level == TerritoryLevel.Establishment);

        // Auvergne-Rhône-Alpes (84) and Pays de la Loire (52). Communes the prefix does not tell; operators are of hits, which no register knows.
        Assert.Equal((1, 1, 0, 0), Counts(Row(rows, First, TerritoryLevel.Region, "84")));
        Assert.Equal((0, 0, 0, 1), Counts(Row(rows, First, TerritoryLevel.Region, "52")));
        Assert.Equal((3, 1, 2, 1), Counts(Row(rows, First, TerritoryLevel.Commune, "inconnu")));
        Assert.DoesNotContain(rows, row => row.Level is TerritoryLevel.Operator or TerritoryLevel.Collectivity);
    }

    [Fact]
    public async Task A_roll_out_is_followed_by_school_level_and_remembers_who_was_fed()
    {
        var annuaire = await AnnuaireFile.OfAsync("0010024W;ECOLE ELEMENTAIRE;OUVERT;;0;1", "0040533H;LYCEE;OUVERT;;;");
        var table = new MeasuredTable(TableOfRows.Of(Users(First, "0010024W", "eleve", 1)), DayRange.Of(First, Second.AddDays(7)));
        var rows = DeploymentTable.Of(await RegisterOf("uai\n0010024W\n0040533H\n0220158C\n"), table, annuaire, [PeriodKind.Week], [TerritoryLevel.National]);
        Assert.Equal(
            [("1d", 1, 1, 1), ("2d", 1, 0, 0), ("inconnu", 1, 0, 0), ("total", 3, 1, 1), ("1d", 1, 0, 1), ("2d", 1, 0, 0), ("inconnu", 1, 0, 0), ("total", 3, 0, 1)],
            rows.Select(row => (row.SchoolLevel, row.Declared, row.Fed, row.FedSoFar)));
    }

    [Fact]
    public async Task Accounts_are_laid_beside_the_users_of_the_same_establishments_and_profiles()
    {
        var rows = AdoptionTable.Of(await RegisterOf(Register), Measured, Annuaire.Empty, [PeriodKind.Week], Levels);
        AdoptionRow At(DateOnly start, TerritoryLevel level, string code, string profile) =>
            Assert.Single(rows, row => row.PeriodStart == start && row.Level == level && row.Code == code && row.Profile == profile);

        Assert.Equal(new AdoptionRow(PeriodKind.Week, First, TerritoryLevel.Establishment, "0010024W", "eleve", 1, 100, 60, new Ratio(80, 100)), At(First, TerritoryLevel.Establishment, "0010024W", "eleve"));
        Assert.Equal(new AdoptionRow(PeriodKind.Week, First, TerritoryLevel.Establishment, "0010024W", "parent", 1, 50, 20, default), At(First, TerritoryLevel.Establishment, "0010024W", "parent"));

        // Neither those without accounts (0040533H), nor profiles without (inconnu), nor the undeclared have a part in it. A silent one has.
        Assert.Equal(new AdoptionRow(PeriodKind.Week, First, TerritoryLevel.National, "FR", "total", 2, 171, 80, new Ratio(86, 121)), At(First, TerritoryLevel.National, "FR", "total"));
        Assert.Equal(new AdoptionRow(PeriodKind.Week, Second, TerritoryLevel.National, "FR", "eleve", 3, 131, 82, new Ratio(86, 121)), At(Second, TerritoryLevel.National, "FR", "eleve"));
        Assert.Equal(new Ratio(82, 131), At(Second, TerritoryLevel.National, "FR", "eleve").Adoption);
        Assert.DoesNotContain(rows, row => row.Profile is "inconnu" or "enseignant" || row.Code == "0040533H");

        // On two platforms at once: whose users those are cannot be told.
        Assert.Equal((2, 110, 74), Terms(At(Second, TerritoryLevel.Project, "ENT-A", "eleve")));
        Assert.Equal((2, 110, 74), Terms(At(Second, TerritoryLevel.Platform, "P1", "eleve")));
        Assert.DoesNotContain(rows, row => row.Code == "P2");
    }

    [Fact]
    public async Task Rows_are_in_the_order_of_their_keys()
    {
        var adoption = AdoptionTable.Of(await RegisterOf(Register), Measured, Annuaire.Empty, [PeriodKind.Week, PeriodKind.All], Levels);
        string[] keys = [.. adoption.Select(row => $"{row.Period.Code()} {row.PeriodStart:yyyy-MM-dd} {row.Level.Code()} {row.Code} {row.Profile}")];
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        var deployment = await Deployment(Register, PeriodKind.Week, PeriodKind.All);
        keys = [.. deployment.Select(row => $"{row.Period.Code()} {row.PeriodStart:yyyy-MM-dd} {row.Level.Code()} {row.Code} {row.SchoolLevel}")];
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
    }

    private static IndicatorRow Users(DateOnly start, string uai, string profile, long users) =>
        TableOfRows.Row(Dimension.Profile, profile, users + 1, users, start: start, code: uai);

    private static DeploymentRow Row(IReadOnlyList<DeploymentRow> rows, DateOnly start, TerritoryLevel level, string code) =>
        Assert.Single(rows, row => row.PeriodStart == start && row.Level == level && row.Code == code && row.SchoolLevel == "total");

    private static (long Declared, long Fed, long Silent, long Undeclared) Counts(DeploymentRow row) => (row.Declared, row.Fed, row.Silent, row.Undeclared);

    private static (long Establishments, long Created, long Active) Terms(AdoptionRow row) => (row.Establishments, row.Created, row.Active);

    private static async Task<IReadOnlyList<DeploymentRow>> Deployment(string register, params PeriodKind[] periods) =>
        DeploymentTable.Of(await RegisterOf(register), Measured, Annuaire.Empty, periods, Levels);

    private static async Task<DeploymentRegister> RegisterOf(string text)
    {
        using var folder = new Ingest.TemporaryFolder();
        return await DeploymentRegister.ReadAsync(folder.Write("r.csv", System.Text.Encoding.UTF8.GetBytes(text)));
    }
}
