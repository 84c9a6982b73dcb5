using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Analysis.Comparison;

/// <summary>Régions, and platforms and projects that a register declares.</summary>
public sealed class ComparedLevelsTest : IDisposable
{
    // Orléans-Tours and Dijon are of two régions, 24 and 27; Besançon is of Dijon's; Nouvelle-Calédonie is of none.
    private const string Orleans = "0450001A";
    private const string Dijon = "0210001A";
    private const string Besancon = "0250001A";
    private const string Noumea = "9830001A";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Regions_are_compared_where_they_are_asked_for()
    {
        var request = Request(regions: false);
        Assert.DoesNotContain(AudienceComparison.Run(request), row => row.Level == TerritoryLevel.Region);
        var table = AudienceComparison.Run(request with { HasRegions = true });
        Assert.Equal(["24", "27", "inconnu"], table.Where(row => row.Level == TerritoryLevel.Region).Select(row => row.Code).Distinct());
        Assert.Equal((10, 11), Visits(table, TerritoryLevel.Region, "24"));
        Assert.Equal((50, 62), Visits(table, TerritoryLevel.Region, "27"));
        Assert.Equal((7, 9), Visits(table, TerritoryLevel.Region, "inconnu"));
        Assert.Equal((67, 82), Visits(table, TerritoryLevel.National, "FR"));

        // Users of a région are no sum of its académies'.
        var users = table.Find(TerritoryLevel.Region, "27", ComparedPerimeter.Full, ComparisonSubjects.Users)!;
        Assert.Null(users.A);
        Assert.Contains(ComparisonMarks.UsersNotCounted, users.Marks);
    }

    [Fact]
    public void Users_of_a_region_are_those_of_its_row()
    {
        var table = AudienceComparison.Run(Request(regions: true) with { HasRegions = true });
        var users = table.Find(TerritoryLevel.Region, "27", ComparedPerimeter.Full, ComparisonSubjects.Users)!;
        Assert.Equal((17, 19), (users.A!.Value.Numerator, users.B!.Value.Numerator));
        Assert.DoesNotContain(ComparisonMarks.UsersNotCounted, users.Marks);
    }

    [Fact]
    public async Task A_register_says_platforms_and_projects()
    {
        var csv = $"uai;project;platform\n{Orleans};P1;alpha\n{Dijon};P2;alpha\n{Besancon};P2;alpha\n{Besancon};P2;beta\n";
        var register = await DeploymentRegister.ReadAsync(_folder.Write("register.csv", System.Text.Encoding.UTF8.GetBytes(csv)), TestContext.Current.CancellationToken);
        var table = AudienceComparison.Run(Request(regions: false) with { Deployment = register });
        Assert.Equal((30, 43), Visits(table, TerritoryLevel.Platform, "alpha"));
        Assert.Equal((37, 39), Visits(table, TerritoryLevel.Platform, "inconnu"));
        Assert.Equal((10, 11), Visits(table, TerritoryLevel.Project, "P1"));
        Assert.Equal((50, 62), Visits(table, TerritoryLevel.Project, "P2"));
        Assert.Equal((7, 9), Visits(table, TerritoryLevel.Project, "inconnu"));
        Assert.DoesNotContain(table, row => row.Code == "beta");

        // What the caller says of platforms goes first.
        var named = AudienceComparison.Run(Request(regions: false) with { Deployment = register, Platforms = new Dictionary<string, string> { [Orleans] = "gamma" } });
        Assert.Equal((10, 11), Visits(named, TerritoryLevel.Platform, "gamma"));
        Assert.DoesNotContain(named, row => row is { Level: TerritoryLevel.Platform, Code: "alpha" });
        Assert.Equal((50, 62), Visits(named, TerritoryLevel.Project, "P2"));
    }

    private static (long A, long B) Visits(ComparisonTable table, TerritoryLevel level, string code) =>
        table.Find(level, code, ComparedPerimeter.Full, ComparisonSubjects.Visits) is { A: { } a, B: { } b } ? (a.Numerator, b.Numerator) : (-1, -1);

    /// <summary>One week of each year: 10, 20, 30, 7 visits, then 11, 32, 30, 9.</summary>
    private static ComparisonRequest Request(bool regions)
    {
        var rows = new WeeklyRows();
        foreach (var (code, a, b) in new[] { (Dijon, 20, 32), (Besancon, 30, 30), (Orleans, 10, 11), (Noumea, 7, 9) })
        {
            rows.Put(WeeklyRows.Monday(2024, 0), code, a, 5).Put(WeeklyRows.Monday(2025, 0), code, b, 5);
        }

        if (regions)
        {
            rows.Put(WeeklyRows.Monday(2024, 0), "27", 50, 17, at: TerritoryLevel.Region).Put(WeeklyRows.Monday(2025, 0), "27", 62, 19, at: TerritoryLevel.Region);
        }

        return new ComparisonRequest(rows.FirstWeeks(1), 2024, 2025) { Rule = PeriodRule.YearToDate };
    }
}
