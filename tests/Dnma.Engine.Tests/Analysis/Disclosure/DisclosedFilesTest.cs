using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Certification;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Tests.Measurements;

namespace Dnma.Engine.Tests.Analysis.Disclosure;

/// <summary>The fixture day, published under a threshold: every output withholds the same rows, and the verifier understands them.</summary>
public class DisclosedFilesTest
{
    private const int Threshold = 5;

    [Fact]
    public async Task Every_output_withholds_the_same_rows_and_the_files_verify()
    {
        var stop = TestContext.Current.CancellationToken;
        var definition = await GoldenTest.DefinitionOf(PublishedDay.Fixture, "dnma") with { DisclosureThreshold = Threshold };
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(HitLog.Files(PublishedDay.Inputs), definition, cancellationToken: stop);
        using var folder = new TemporaryFolder();
        _ = await measurement.PublishAsync(folder.Path, stop);

        Assert.Empty(measurement.Certificate.Verify());

        // One school's UAI has the wrong letter: how many hits are noticed would be that school's hits.
        Assert.Single(measurement.Controls, finding => finding.Control.Id == "uai-letter-wrong");
        Assert.Empty(measurement.Certificate.Ledger.Notices);
        var report = await CertificateVerifier.VerifyAsync(folder.Path, new VerificationRequest { Inputs = PublishedDay.Inputs, Annuaire = definition.Annuaire }, cancellationToken: stop);
        Assert.Empty(report.Findings);
        Assert.Equal($"{Threshold}", report.Statement!.Definition.Single(pair => pair.Key == "disclosure-threshold").Value);

        var withheld = measurement.Indicators.Count(row => row.IsWithheld);
        Assert.Equal((withheld, withheld), (measurement.Disclosure!.Primary + measurement.Disclosure.Secondary, (await File.ReadAllLinesAsync(Path.Combine(folder.Path, IndicatorCsv.FileName), stop)).Count(line => line.EndsWith(",N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A", StringComparison.Ordinal))));
        using var database = measurement.OpenDatabase();
        Assert.Equal(0L, (long)database.Query("SELECT count(*) AS n FROM information_schema.tables WHERE table_name = 'coverage'")["n"][0]);
        Assert.Equal((long)withheld, (long)database.Query("SELECT count(*) AS n FROM indicators WHERE users IS NULL AND visits IS NULL AND duration_ms IS NULL")["n"][0]);
        Assert.Equal((long)withheld, measurement.Indicators.ToDataFrame()["visits"].NullCount);
        Assert.Equal(withheld, IndicatorCsvReader.Read(Path.Combine(folder.Path, IndicatorCsv.FileName)).Count(row => row.IsWithheld));
        Assert.All(measurement.Events, row => Assert.True(row.IsWithheld ? row is { Events: 0, Users: 0 } : row.Users >= Threshold));
        Assert.All(measurement.Controls, finding => Assert.True(double.IsNaN(finding.Figure) && finding.Expected is null && finding.Chance is null));
        foreach (var set in OpenDataSet.All)
        {
            Assert.Contains("N/A;N/A;N/A", await File.ReadAllTextAsync(Path.Combine(folder.Path, set.FileName), stop), StringComparison.Ordinal);
        }

        // No rate whose terms a withheld row would enter.
        var totals = measurement.Indicators.Where(row => row.Dimension == Dimension.Total && row.IsWithheld).Select(row => (row.Period, row.PeriodStart, row.Level, row.Code)).ToHashSet();
        Assert.NotEmpty(totals);
        Assert.DoesNotContain(measurement.Rates, rate => rate.Indicator.Code == "visits_per_user" && totals.Contains((rate.Period, rate.PeriodStart, rate.Level, rate.Code)));
        var profiles = measurement.Indicators.Where(row => row.Dimension == Dimension.Profile && row.IsWithheld).Select(row => (row.Period, row.PeriodStart, row.Level, row.Code)).ToHashSet();
        Assert.DoesNotContain(measurement.Rates, rate => rate.Indicator.Code == "profile_share" && profiles.Contains((rate.Period, rate.PeriodStart, rate.Level, rate.Code)));
    }

    [Fact]
    public async Task Without_a_threshold_certificates_do_not_speak_of_one()
    {
        var definition = await GoldenTest.DefinitionOf(PublishedDay.Fixture, "dnma");
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(HitLog.Files(PublishedDay.Inputs), definition, cancellationToken: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(measurement.Certificate.Definition, pair => pair.Key.Contains("disclosure", StringComparison.Ordinal));
        Assert.Null(measurement.Disclosure);
        Assert.DoesNotContain(measurement.Indicators, row => row.IsWithheld);
    }
}
