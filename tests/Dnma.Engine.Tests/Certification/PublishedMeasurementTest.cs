using System.Text;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Certification;

/// <summary>A published folder is read back only as it was certified, and is history only of what was measured by the same rules.</summary>
public sealed class PublishedMeasurementTest(PublishedDay day) : IClassFixture<PublishedDay>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_folder_gives_back_the_table_and_its_days()
    {
        using var folder = day.Copy();
        var published = await PublishedMeasurement.ReadAsync(folder.Path, Stop);
        Assert.Equal(DayRange.Of(new DateOnly(2022, 9, 5), new DateOnly(2022, 9, 6)), published.Measured.Days);
        Assert.Equal(day.Statement().CertifiedDigest, published.Statement.CertifiedDigest);
        var lines = File.ReadAllLines(Path.Combine(folder.Path, "indicators.csv"));
        Assert.Equal(lines.Length - 1, published.Measured.Table.Count);
        var total = lines.Single(line => line.StartsWith("all,2022-09-05,national,FR,total,total,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(long.Parse(total[6], null), published.Measured.Table.Find(PeriodKind.All, new DateOnly(2022, 9, 5), TerritoryLevel.National, "FR", Dimension.Total, "total")!.Value.Visits);
    }

    [Fact]
    public async Task Indicators_that_are_not_those_certified_are_refused()
    {
        using var folder = day.Copy();
        var path = Path.Combine(folder.Path, "indicators.csv");
        File.WriteAllText(path, File.ReadAllText(path).Replace("all,2022-09-05,national,FR,total,total,1", "all,2022-09-05,national,FR,total,total,2", StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<EngineException>(() => PublishedMeasurement.ReadAsync(folder.Path, Stop));
        Assert.Equal((ErrorId.DamagedCertificate, path), (error.Id, error.Subject));
        File.Delete(path);
        Assert.Contains("is missing", (await Assert.ThrowsAsync<EngineException>(() => PublishedMeasurement.ReadAsync(folder.Path, Stop))).Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder.Path, CertificateStatement.FileName));
        Assert.Equal(ErrorId.UnreadableInput, (await Assert.ThrowsAsync<EngineException>(() => PublishedMeasurement.ReadAsync(folder.Path, Stop))).Id);
    }

    [Fact]
    public async Task History_must_have_been_measured_by_the_same_rules()
    {
        using var folder = day.Copy();
        var history = new[] { await PublishedMeasurement.ReadAsync(folder.Path, Stop) };
        new MeasurementDefinition { History = history }.Validate();
        AssertRefused("norm ", new MeasurementDefinition { History = history, Norm = Norm.Acpm });
        AssertRefused("norm-flash-ms 30000, not 10000", new MeasurementDefinition { History = history, Norm = Norm.Dnma with { FlashMs = 10_000 } });
        AssertRefused("time-zone", new MeasurementDefinition { History = history, Zone = CivilZone.Of("Indian/Reunion") });

        foreach (var (periods, levels, said) in new[]
        {
            (new[] { PeriodKind.Day, PeriodKind.All }, Enum.GetValues<TerritoryLevel>(), "without weeks"),
            ([PeriodKind.Week], [TerritoryLevel.National, TerritoryLevel.Academy], "without the level department"),
        })
        {
            using var other = new TemporaryFolder();
            await Publish(other, "instant,visitor\n2022-09-05T08:00:00Z,a\n", new MeasurementDefinition { Periods = periods, Levels = levels });
            AssertRefused(said, new MeasurementDefinition { History = [await PublishedMeasurement.ReadAsync(other.Path, Stop)] });
        }

        static void AssertRefused(string said, MeasurementDefinition definition)
        {
            var error = Assert.Throws<EngineException>(definition.Validate);
            Assert.Equal((ErrorId.InvalidOption, "history"), (error.Id, error.Subject));
            Assert.Contains(said, error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>A school that was fed for ten weeks, and is silent in the eleventh: alone the week says nothing, with its history it does, and so says its certificate.</summary>
    [Fact]
    public async Task A_week_with_its_history_finds_what_fell_silent_and_certifies_what_it_compared_with()
    {
        using var folder = new TemporaryFolder();
        var (past, week, input) = (Path.Combine(folder.Path, "past"), Path.Combine(folder.Path, "week"), Path.Combine(folder.Path, "h.csv"));
        await Publish(folder, Log(0, 10, silent: false), Over(0, 10), past);
        var history = await PublishedMeasurement.ReadAsync(past, Stop);

        var alone = await Publish(folder, Log(10, 11, silent: true), Over(10, 11), week);
        Assert.DoesNotContain(alone.Controls, finding => finding.Control.Id == "school-silent");
        var bytes = Subjects(week);
        var definition = Over(10, 11) with { History = [history] };
        var informed = await Publish(folder, Log(10, 11, silent: true), definition, week);
        Assert.Equal("0010024W", Assert.Single(informed.Controls, finding => finding.Control.Id == "school-silent").Code);
        Assert.Contains(new("history-1", $"certified sha256:{history.Statement.CertifiedDigest}"), informed.Certificate.Definition);

        // No figure depends on it.
        string[] changed = ["controls.csv", "controls.json", "dashboard.html", "certificate.md"];
        Assert.Equal(bytes.Where(file => !changed.Contains(file.Key)), Subjects(week).Where(file => !changed.Contains(file.Key)));

        var report = await CertificateVerifier.VerifyAsync(week, new VerificationRequest { Inputs = [input], History = [history] }, null, Stop);
        Assert.Empty(report.Findings);
        var without = await CertificateVerifier.VerifyAsync(week, new VerificationRequest { Inputs = [input] }, null, Stop);
        Assert.Equal("definition history-1", Assert.Single(without.Findings).Artifact);
    }

    private static Dictionary<string, string> Subjects(string folder) =>
        CertificateStatement.Parse(File.ReadAllBytes(Path.Combine(folder, CertificateStatement.FileName))).Subjects.ToDictionary(subject => subject.Name, subject => subject.Sha256);

    /// <summary>Whole weeks: on Saturdays and Sundays nobody comes.</summary>
    private static MeasurementDefinition Over(int from, int to) => new MeasurementDefinition().Over(new DateOnly(2022, 1, 3).AddDays(7 * from), new DateOnly(2022, 1, 3).AddDays(7 * to));

    /// <summary>Twelve schools of the Ain, of fifty visits each school day; the first may be silent.</summary>
    private static string Log(int from, int to, bool silent)
    {
        var log = new StringBuilder("instant,visitor,uai\n");
        var schools = Enumerable.Range(0, 12).Select(number => number == 0 ? "0010024W" : Analysis.WeeklyTable.Uai(number, "001")).ToArray();
        for (var day = from * 7; day < to * 7; day++)
        {
            foreach (var (uai, number) in schools.Select((uai, number) => (uai, number)).Where(_ => day % 7 < 5).Skip(silent ? 1 : 0))
            {
                for (var visitor = 0; visitor < 50 - ((day + number) % 4); visitor++)
                {
                    log.Append(System.Globalization.CultureInfo.InvariantCulture, $"{new DateTime(2022, 1, 3).AddDays(day).AddMinutes(540 + visitor):yyyy-MM-ddTHH:mm:ssZ},{number}-{visitor},{uai}\n");
                }
            }
        }

        return log.ToString();
    }

    private static async Task<Measurement> Publish(TemporaryFolder folder, string log, MeasurementDefinition definition, string? published = null)
    {
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(HitLog.Files(folder.Write("h.csv", Encoding.UTF8.GetBytes(log))), definition, cancellationToken: Stop);
        _ = await measurement.PublishAsync(published ?? folder.Path, Stop);
        return measurement;
    }
}
