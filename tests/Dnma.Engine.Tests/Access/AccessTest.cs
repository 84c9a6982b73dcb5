using System.Text;
using Dnma.Engine.Access;
using Dnma.Engine.Bench.Generation;
using Dnma.Engine.Bench.Generation.Forms;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.References;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Tests.Analysis.Disclosure;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Reports.Dashboard;
using Dnma.Engine.Time;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Access;

/// <summary>Grants show what they cover, at every output, and nothing else, whatever is added up or subtracted.</summary>
public class AccessTest
{
    private static readonly DateOnly Today = new(2022, 10, 1);
    private static readonly Lazy<Task<Measurement>> World = new(MeasureWorld);

    [Property(MaxTest = 300)]
    public async Task Nothing_outside_is_told_by_subtraction(uint seed)
    {
        var whole = await World.Value;
        var territories = Territories(whole);
        var random = new Random((int)(seed & int.MaxValue));
        var share = random.NextDouble();
        var grants = territories.Where(_ => random.NextDouble() < share).Select(territory => new AccessGrant("p", territory.Level, territory.Code, territory.Level)).ToArray();
        var extract = whole.For(AccessGrants.Of(grants), "p", Today);
        var seen = extract.Indicators.Select(row => (row.Level, row.Code)).ToHashSet();
        Assert.Subset(grants.Select(grant => (grant.Level, grant.Code)).ToHashSet(), seen);
        Assert.Equal(grants.Select(grant => (grant.Level, grant.Code)).ToHashSet().Except(seen).Order(), extract.Scope!.Withheld.Order());

        var attack = new LinearAttack();
        foreach (var sum in Sums(territories))
        {
            attack.Add(sum.Where(term => !seen.Contains(territories[term.Index])).Select(term => (term.Index, (long)term.Sign)));
        }

        // What has the very figures of something seen is no secret; all else must stay open.
        var known = seen.Select(territory => PlacesOf(territory, territories)).ToHashSet(StringComparer.Ordinal);
        Assert.All(attack.Told(), index => Assert.Contains(PlacesOf(territories[index], territories), known));
    }

    /// <summary>The page of an extract, whatever is granted: its rows and no other, not a code of another territory in its bytes, and nothing that speaks of the whole log.</summary>
    [Property(MaxTest = 40)]
    public async Task The_page_of_an_extract_holds_its_rows_and_nothing_else(uint seed)
    {
        var whole = await World.Value;
        var territories = Territories(whole);
        var random = new Random((int)(seed & int.MaxValue));
        var share = Math.Pow(random.NextDouble(), 3);
        var grants = territories.Where(_ => random.NextDouble() < share).Select(territory => new AccessGrant("p", territory.Level, territory.Code, territory.Level)).ToArray();
        var extract = whole.For(AccessGrants.Of(grants), "p", Today);
        using var stream = new MemoryStream();
        extract.WriteDashboard(stream);
        var page = WrittenPage.Of(stream.ToArray());
        var rows = page.Rows();
        Assert.Equal(extract.Indicators.Count, rows.Count);
        Assert.All(extract.Indicators, row => Assert.Equal(WrittenPage.FiguresOf(row), rows[WrittenPage.Key(row)]));
        Assert.True(page.Data.GetProperty("extract").GetBoolean());

        var seen = extract.Indicators.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        Assert.All(territories.Where(territory => territory.Level == TerritoryLevel.Establishment && territory.Code != "inconnu" && !seen.Contains(territory.Code)), other => Assert.DoesNotContain(other.Code, page.AllText, StringComparison.Ordinal));
        Assert.All(
            Enum.GetValues<TerritoryLevel>().Where(level => extract.Indicators.Any(row => row.Level == level)),
            level => Assert.Equal(extract.Indicators.Where(row => row.Level == level).Select(row => row.Code).Distinct().Order(StringComparer.Ordinal), page.Codes(level.Code()).Order(StringComparer.Ordinal)));
        Assert.All(["comptes", "lois", "entrees", "certificat"], block => Assert.False(page.HasBlock(block)));
        Assert.DoesNotContain("hits.csv", page.AllText, StringComparison.Ordinal);
        var findings = page.HasBlock("constats") ? page.Block("constats").GetProperty("rows").EnumerateArray().Select(row => WrittenPage.TextOf(row[4])).ToArray() : [];
        Assert.All(findings, figure => Assert.Equal("–", figure));
    }

    [Fact]
    public async Task All_but_one_establishment_of_a_departement_do_not_tell_the_last()
    {
        var whole = await World.Value;
        var department = Territories(whole).Where(territory => territory.Level == TerritoryLevel.Department).MaxBy(territory => Inside(whole, territory.Code).Length);
        var inside = Inside(whole, department.Code);
        Assert.True(inside.Length > 2);
        var grants = AccessGrants.Of([
            new AccessGrant("p", TerritoryLevel.Department, department.Code, TerritoryLevel.Department),
            .. inside[1..].Select(code => new AccessGrant("p", TerritoryLevel.Establishment, code, TerritoryLevel.Establishment))]);
        var extract = whole.For(grants, "p", Today);
        var seen = extract.Indicators.Select(row => row.Code).ToHashSet();
        Assert.Single(extract.Scope!.Withheld);
        Assert.DoesNotContain(inside[0], seen);
        Assert.Equal(inside.Length - 1, seen.Count);
    }

    [Fact]
    public async Task A_grant_shows_a_territory_down_to_its_detail()
    {
        var whole = await World.Value;
        var academy = Territories(whole).First(territory => territory.Level == TerritoryLevel.Academy).Code;
        var grants = AccessGrants.Of([
            new AccessGrant("p", TerritoryLevel.Academy, academy, TerritoryLevel.Establishment, new DateOnly(2022, 9, 1), Today.AddDays(1)),
            new AccessGrant("q", TerritoryLevel.National, "FR", TerritoryLevel.National)]);
        var seen = whole.For(grants, "p", Today).Indicators.Select(row => row.Level).ToHashSet();
        Assert.Equal([TerritoryLevel.Academy, TerritoryLevel.Department, TerritoryLevel.Establishment], seen.Order());
        Assert.Empty(whole.For(grants, "p", Today.AddDays(1)).Indicators);
        Assert.Empty(whole.For(grants, "P", Today).Indicators);
        Assert.Equal([TerritoryLevel.National], whole.For(grants, "q", Today).Indicators.Select(row => row.Level).Distinct());
    }

    [Fact]
    public async Task No_output_holds_anything_else()
    {
        var whole = await World.Value;
        var mine = Territories(whole).First(territory => territory.Level == TerritoryLevel.Establishment && territory.Code != "inconnu").Code;
        var extract = whole.For(AccessGrants.Of([new AccessGrant("p", TerritoryLevel.Establishment, mine, TerritoryLevel.Establishment)]), "p", Today);
        using var folder = new TemporaryFolder();
        _ = await whole.PublishAsync(folder.Path, TestContext.Current.CancellationToken);
        _ = await extract.PublishAsync(folder.Path, TestContext.Current.CancellationToken);
        Assert.False(File.Exists(Path.Combine(folder.Path, "certificate.json")));
        Assert.False(File.Exists(Path.Combine(folder.Path, "certificate.md")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "dashboard.html")));
        var others = Territories(whole).Where(territory => territory.Level == TerritoryLevel.Establishment && territory.Code != mine && territory.Code != "inconnu").Select(territory => territory.Code).ToArray();
        foreach (var path in Directory.EnumerateFiles(folder.Path))
        {
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(",FR,", text, StringComparison.Ordinal);
            text = path.EndsWith(".html", StringComparison.Ordinal) ? WrittenPage.Of(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)).AllText : text;
            Assert.All(others, other => Assert.DoesNotContain(other, text, StringComparison.Ordinal));
        }

        Assert.NotEmpty(extract.Indicators);
        Assert.NotEmpty(extract.OpenData(OpenDataSet.Profiles).Set.Measures);
        Assert.Null(extract.NationalTotal);
        Assert.Empty(extract.Rejects);
        Assert.Equal(0, extract.Certificate.Ledger.Read + extract.Certificate.Ledger.Visits.Counted + extract.Certificate.Inputs.Count);
        Assert.All(extract.Events, row => Assert.Equal(mine, row.Code));
        Assert.All(extract.Controls, finding => Assert.True(finding.Code == mine && double.IsNaN(finding.Figure)));
        using var database = extract.OpenDatabase();
        Assert.Equal(1L, (long)database.Query("SELECT count(DISTINCT code) AS n FROM indicators")["n"][0]);
        Assert.Equal(extract.Indicators.Count, (int)extract.Indicators.ToDataFrame().Rows.Count);
    }

    [Fact]
    public async Task Rows_that_make_no_sense_grant_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("grants.csv", Encoding.UTF8.GetBytes(
            "principal;level;code;detail;from;to\n"
            + "a;academy;18;establishment;2022-09-01;\n"
            + ";academy;18;academy;;\n"
            + "a;planet;18;academy;;\n"
            + "a;academy;;academy;;\n"
            + "a;department;45;academy;;\n"
            + "a;national;XX;national;;\n"
            + "a;academy;18;academy;2022-09-31;\n"
            + "a;academy;18;academy;2022-09-02;2022-09-02\n"
            + "a;platform;P;establishment;;\n"
            + "a;region;24;region;;\n"
            + "\"b\";national;FR;national;;2022-09-01\n"));
        var grants = await AccessGrants.ReadAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(2, grants.Count);
        Assert.Equal([3L, 4, 5, 6, 7, 8, 9, 10, 11], grants.Skipped.Select(row => row.Line));
        Assert.Equal([new AccessGrant("a", TerritoryLevel.Academy, "18", TerritoryLevel.Establishment, new DateOnly(2022, 9, 1))], grants.Find("a", new DateOnly(2022, 9, 1)));
        Assert.Empty(grants.Find("a", new DateOnly(2022, 8, 31)));
        Assert.Empty(grants.Find("b", new DateOnly(2022, 9, 1)));
        Assert.Single(grants.Find("b", new DateOnly(2022, 8, 31)));
        var missing = folder.Write("other.csv", Encoding.UTF8.GetBytes("principal;level;code\na;academy;18\n"));
        Assert.Equal(ErrorId.InvalidReference, (await Assert.ThrowsAsync<EngineException>(() => AccessGrants.ReadAsync(missing, TestContext.Current.CancellationToken))).Id);
    }

    [Theory]
    [InlineData(TerritoryLevel.Region, TerritoryLevel.Region)]
    [InlineData(TerritoryLevel.National, TerritoryLevel.Region)]
    [InlineData(TerritoryLevel.National, TerritoryLevel.Commune)]
    [InlineData(TerritoryLevel.Operator, TerritoryLevel.Operator)]
    public void Levels_that_are_opted_for_are_granted_to_nobody(TerritoryLevel level, TerritoryLevel detail)
    {
        var grant = new AccessGrant("p", level, level == TerritoryLevel.National ? "FR" : "24", detail);
        Assert.Equal((ErrorId.InvalidOption, "access grants"), Told(Assert.Throws<EngineException>(() => AccessGrants.Of([grant]))));
    }

    /// <summary>Regions are sums of académies: the extract of somebody who sees the nation and its académies holds none.</summary>
    [Fact]
    public async Task An_extract_holds_nothing_of_other_levels()
    {
        var open = await MeasureWorld(new MeasurementDefinition { Levels = Enum.GetValues<TerritoryLevel>() });
        Assert.Contains(open.Indicators, row => row.Level == TerritoryLevel.Region);
        var extract = open.For(Everything, "p", Today);
        Assert.Equal(TerritoryLevels.Standard.Order(), extract.Indicators.Select(row => row.Level).Distinct().Order());
        Assert.Subset(TerritoryLevels.Standard.ToHashSet(), extract.Events.Select(row => row.Level).ToHashSet());
        Assert.Subset(TerritoryLevels.Standard.ToHashSet(), extract.Rates.Select(row => row.Level).ToHashSet());
        Assert.Subset(TerritoryLevels.Standard.ToHashSet(), extract.Controls.Select(finding => finding.Level).ToHashSet());
    }

    /// <summary>What speaks of the whole log, or is a sum over others, is no one's who sees a part.</summary>
    [Fact]
    public async Task Tables_of_the_whole_are_not_in_an_extract()
    {
        using var folder = new TemporaryFolder();
        var stop = TestContext.Current.CancellationToken;
        var register = await DeploymentRegister.ReadAsync(folder.Write("r.csv", "uai;created_eleve\n0010024W;10\n"u8.ToArray()), stop);
        var whole = await MeasureWorld(new MeasurementDefinition { Deployment = register });
        var output = Path.Combine(folder.Path, "out");
        _ = await whole.PublishAsync(output, new PublicationOptions { HasCoverage = true }, stop);
        string[] others = ["adoption.csv", "certificate.json", "coverage.csv", "deployment.csv"];
        Assert.All(others, file => Assert.True(File.Exists(Path.Combine(output, file)), file));

        var extract = whole.For(Everything, "p", Today);
        var refused = await Assert.ThrowsAsync<EngineException>(() => extract.PublishAsync(output, new PublicationOptions { HasCoverage = true }, stop));
        Assert.Equal((ErrorId.InvalidOption, "coverage"), Told(refused));
        _ = await extract.PublishAsync(output, stop);
        Assert.All(others, file => Assert.False(File.Exists(Path.Combine(output, file)), file));
        Assert.Equal((ErrorId.InvalidOption, "coverage"), Told(Assert.Throws<EngineException>(() => extract.Coverage)));
        Assert.Equal((ErrorId.InvalidOption, "deployment"), Told(Assert.Throws<EngineException>(() => extract.Deployment)));
        Assert.Equal((ErrorId.InvalidOption, "adoption"), Told(Assert.Throws<EngineException>(() => extract.Adoption)));
        Assert.Equal((ErrorId.InvalidOption, "measured table"), Told(Assert.Throws<EngineException>(() => extract.Measured)));
        Assert.Equal((ErrorId.InvalidOption, "access grants"), Told(Assert.Throws<EngineException>(() => extract.For(Everything, "p", Today))));
        using var database = extract.OpenDatabase();
        Assert.Equal(0L, (long)database.Query("SELECT count(*) AS n FROM information_schema.tables WHERE table_name IN ('deployment', 'adoption', 'coverage')")["n"][0]);
        using var all = whole.OpenDatabase();
        Assert.Equal(2L, (long)all.Query("SELECT count(*) AS n FROM information_schema.tables WHERE table_name IN ('deployment', 'adoption')")["n"][0]);
        Assert.Equal((long)whole.Coverage.Count, (long)all.Query("SELECT count(*) AS n FROM coverage WHERE state IS NOT NULL AND days > 0")["n"][0]);
    }

    /// <summary>A perimeter, a threshold and a grant together: of the perimeter, and with the rows withheld that are withheld anyway.</summary>
    [Fact]
    public async Task Perimeters_thresholds_and_grants_compose()
    {
        var open = await World.Value;
        var academy = open.Indicators.Where(row => row is { Period: PeriodKind.All, Level: TerritoryLevel.Academy } && row.Dimension == Dimension.Total).MaxBy(row => row.Visits).Code;
        var part = await MeasureWorld(new MeasurementDefinition { Perimeter = PerimeterDefinition.Everything.Only(PerimeterKind.Academy, academy), DisclosureThreshold = 2 });
        var extract = part.For(AccessGrants.Of([new AccessGrant("p", TerritoryLevel.Academy, academy, TerritoryLevel.Establishment)]), "p", Today);
        Assert.Contains(extract.Indicators, row => row.IsWithheld);
        Assert.All(extract.Indicators, row => Assert.Equal(part.Indicators.Single(other => (other.Period, other.PeriodStart, other.Level, other.Code, other.Dimension, other.Modality) == (row.Period, row.PeriodStart, row.Level, row.Code, row.Dimension, row.Modality)), row));
        Assert.Equal([TerritoryLevel.Academy, TerritoryLevel.Department, TerritoryLevel.Establishment], extract.Indicators.Select(row => row.Level).Distinct().Order());
        Assert.All(extract.Indicators.Where(row => row.Level == TerritoryLevel.Academy), row => Assert.Equal(academy, row.Code));
    }

    /// <summary>All that anybody can be granted.</summary>
    private static AccessGrants Everything { get; } = AccessGrants.Of([
        new AccessGrant("p", TerritoryLevel.National, "FR", TerritoryLevel.Establishment),
        new AccessGrant("p", TerritoryLevel.National, "FR", TerritoryLevel.Platform),
        new AccessGrant("p", TerritoryLevel.National, "FR", TerritoryLevel.Project)]);

    private static (ErrorId, string) Told(EngineException error) => (error.Id, error.Subject);

    private static Task<Measurement> MeasureWorld() => MeasureWorld(new MeasurementDefinition());

    private static async Task<Measurement> MeasureWorld(MeasurementDefinition definition)
    {
        using var stream = new MemoryStream();
        LogGeneration.Write(
            new GenerationOptions { Seed = 5, Hits = 4_000, Days = 3, Visitors = 400, Establishments = 60, Academies = 3, Events = true }, HitForm.Find("csv")!, stream);
        return await MeasuredFiles.Measure(HitLog.Stream("hits.csv", new MemoryStream(stream.ToArray())), definition, options => options with { Threads = 1 });
    }

    private static (TerritoryLevel Level, string Code)[] Territories(Measurement whole) =>
        [.. whole.Indicators.Where(row => row.Period == PeriodKind.All && row.Dimension == Dimension.Total).Select(row => (row.Level, row.Code))];

    private static string[] Inside(Measurement whole, string department) =>
        [.. Territories(whole).Where(territory => territory.Level == TerritoryLevel.Establishment && Place(territory.Code).Department == department).Select(territory => territory.Code)];

    private static IEnumerable<(int Index, int Sign)[]> Sums((TerritoryLevel Level, string Code)[] territories)
    {
        foreach (var (whole, wholeIndex) in territories.Select((territory, index) => (territory, index)))
        {
            foreach (var level in Enum.GetValues<TerritoryLevel>())
            {
                var parts = territories.Select((territory, index) => (territory, index)).Where(part => part.territory.Level == level && IsIn(part.territory, whole)).ToArray();
                if (parts.Length > 0)
                {
                    yield return [(wholeIndex, -1), .. parts.Select(part => (part.index, 1))];
                }
            }
        }
    }

    private static bool IsIn((TerritoryLevel Level, string Code) part, (TerritoryLevel Level, string Code) whole) => (whole.Level, part.Level) switch
    {
        (TerritoryLevel.National, not TerritoryLevel.National) => true,
        (TerritoryLevel.Academy, TerritoryLevel.Department) => (Dnma.Engine.References.Territories.FindDepartment(part.Code)?.Academy?.Code ?? "inconnu") == whole.Code,
        (TerritoryLevel.Academy, TerritoryLevel.Establishment) => Place(part.Code).Academy == whole.Code,
        (TerritoryLevel.Department, TerritoryLevel.Establishment) => Place(part.Code).Department == whole.Code,
        _ => false,
    };

    /// <summary>The establishments that a territory is made of, or the platform or project that it is unless it is the only one.</summary>
    private static string PlacesOf((TerritoryLevel Level, string Code) territory, (TerritoryLevel Level, string Code)[] territories) =>
        territory.Level is TerritoryLevel.Platform or TerritoryLevel.Project && territories.Count(other => other.Level == territory.Level) > 1
            ? $"{territory.Level} {territory.Code}"
            : string.Join(' ', territories.Where(other => other.Level == TerritoryLevel.Establishment && (territory.Level is TerritoryLevel.Platform or TerritoryLevel.Project || other == territory || IsIn(other, territory))).Select(other => other.Code));

    private static (string Academy, string Department) Place(string uai)
    {
        var place = Annuaire.Empty.Describe(uai);
        return uai == "inconnu" || place.DepartmentCode.Length == 0 ? ("inconnu", "inconnu") : (place.AcademyCode, place.DepartmentCode);
    }
}
