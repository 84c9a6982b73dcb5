using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.References.Perimeters;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Measurements;

namespace Dnma.Engine.Tests.Certification;

/// <summary>A certificate says which perimeter was asked for, whoever verifies it measures the same one again, and without one it says nothing new.</summary>
public sealed class PerimeterCertificateTest(PublishedDay day) : IClassFixture<PublishedDay>
{
    private static readonly PerimeterDefinition Perimeter = PerimeterDefinition.Everything.Only("academy=18,27").Only("school-level=2d");

    [Fact]
    public void Without_a_perimeter_nothing_is_said_of_any()
    {
        var statement = day.Statement();
        var text = System.Text.Encoding.UTF8.GetString(statement.ToUtf8());
        Assert.DoesNotContain("perimeter-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("out-of-perimeter", text, StringComparison.Ordinal);
        Assert.DoesNotContain("out of perimeter", text, StringComparison.Ordinal);
        Assert.Equal((0, 0), (statement.Ledger.Visits.OutOfPerimeter, statement.Ledger.Visits.OutOfPerimeterHits));
    }

    [Fact]
    public async Task Measured_again_a_perimeter_gives_the_same_files()
    {
        using var folder = await Publish();
        var statement = await CertificateStatement.ReadAsync(Path.Combine(folder.Path, CertificateStatement.FileName), TestContext.Current.CancellationToken);
        Assert.Equal(("18,27", "2d", ""), (statement.DefinitionOf("perimeter-academy"), statement.DefinitionOf("perimeter-school-level"), statement.DefinitionOf("perimeter-region")));
        Assert.True(statement.Ledger.Visits.OutOfPerimeter > 0);
        Assert.Equal(day.Statement().Ledger.Visits.Counted, statement.Ledger.Visits.Counted + statement.Ledger.Visits.OutOfPerimeter);
        Assert.Contains("counted, out of period and out of perimeter", statement.Laws.Single(law => law.Id == "accepted-is-excluded-and-visited").Statement, StringComparison.Ordinal);
        Assert.Contains("hors périmètre", File.ReadAllText(Path.Combine(folder.Path, "certificate.md")), StringComparison.Ordinal);
        Assert.Contains("Visites hors périmètre", File.ReadAllText(Path.Combine(folder.Path, "dashboard.html")), StringComparison.Ordinal);

        Assert.Contains(statement.Subjects, file => file.Name == CoverageCsv.FileName);

        var report = await Verify(folder.Path);
        Assert.Empty(report.Findings);
        Assert.Contains("measured again, the inputs give the same files", report.Checked);
    }

    [Fact]
    public async Task A_coverage_of_an_earlier_run_is_removed()
    {
        using var folder = await Publish();
        Assert.True(File.Exists(Path.Combine(folder.Path, CoverageCsv.FileName)));
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(HitLog.Files(PublishedDay.Inputs), cancellationToken: TestContext.Current.CancellationToken);
        _ = await measurement.PublishAsync(folder.Path, TestContext.Current.CancellationToken);
        Assert.False(File.Exists(Path.Combine(folder.Path, CoverageCsv.FileName)));
    }

    /// <summary>Someone who calls the figures of two académies those of everybody, or of others, is found out.</summary>
    [Theory]
    [InlineData("18,27", null)]
    [InlineData("18,27", "25")]
    public async Task A_perimeter_that_was_touched_is_found(string certified, string? said)
    {
        using var folder = await Publish();
        var path = Path.Combine(folder.Path, CertificateStatement.FileName);
        var statement = await CertificateStatement.ReadAsync(path, TestContext.Current.CancellationToken);
        var forged = statement with
        {
            Definition = [.. statement.Definition.Where(pair => said is not null || pair.Key != "perimeter-academy")
                .Select(pair => pair.Key == "perimeter-academy" ? new(pair.Key, said!) : pair)],
        };
        Assert.Contains(statement.Definition, pair => pair.Value == certified);
        File.WriteAllBytes(path, forged.ToUtf8());
        Assert.Contains((await Verify(folder.Path)).Findings, finding => finding.Artifact == "indicators.csv");
    }

    [Fact]
    public async Task Measurements_of_another_perimeter_are_no_history()
    {
        using var folder = await Publish();
        var earlier = await PublishedMeasurement.ReadAsync(folder.Path, TestContext.Current.CancellationToken);
        var definition = await GoldenTest.DefinitionOf(PublishedDay.Fixture, "dnma") with { History = [earlier], Perimeter = Perimeter };
        definition.Validate();
        foreach (var other in new[] { PerimeterDefinition.Everything, PerimeterDefinition.Everything.Only("academy=18"), Perimeter.Only("sector=PU") })
        {
            var error = Assert.Throws<EngineException>((definition with { Perimeter = other }).Validate);
            Assert.Contains("over another perimeter", error.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<TemporaryFolder> Publish()
    {
        await using var engine = AudienceEngine.Create();
        var definition = await GoldenTest.DefinitionOf(PublishedDay.Fixture, "dnma");
        var measurement = await engine.MeasureAsync(
            HitLog.Files(PublishedDay.Inputs), definition with { Perimeter = Perimeter, Levels = [.. TerritoryLevels.Standard, TerritoryLevel.Region, TerritoryLevel.Collectivity] });
        var folder = new TemporaryFolder();
        _ = await measurement.PublishAsync(folder.Path, new PublicationOptions { HasCoverage = true }, TestContext.Current.CancellationToken);
        return folder;
    }

    private static async Task<Engine.Certification.Verification.VerificationReport> Verify(string folder)
    {
        var definition = await GoldenTest.DefinitionOf(PublishedDay.Fixture, "dnma");
        return await CertificateVerifier.VerifyAsync(
            folder, new VerificationRequest { Inputs = PublishedDay.Inputs, Annuaire = definition.Annuaire }, cancellationToken: TestContext.Current.CancellationToken);
    }
}
