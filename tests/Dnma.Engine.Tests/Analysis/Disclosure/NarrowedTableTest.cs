using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Tests.Agreement;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Analysis.Disclosure;

/// <summary>Logs of which no pattern of withheld rows protects everything: where every row has the one visit that its being there tells. What can be published of them is.</summary>
public class NarrowedTableTest
{
    private const string TwoOfTwo = "2022-09-05T08:00:00Z,a,0220158C,ELEVE,P\n2022-09-05T09:00:00Z,b,0220158C,PARENT,P\n2022-09-05T08:00:00Z,c,0220001G,ELEVE,P\n2022-09-05T09:00:00Z,d,0220001G,PARENT,P\n";
    private const string Header = "instant,visitor,uai,profile,platform\n";

    /// <summary>A pupil and a parent, one visit each: the two profiles share two visits, so each has one, and one user.</summary>
    [Fact]
    public async Task Two_visits_of_two_profiles()
    {
        var closed = await Measure("2022-09-05T08:00:00Z,a,0220158C,ELEVE,P\n2022-09-05T09:00:00Z,b,0220158C,PARENT,P\n");
        Assert.Equal(["device", "profile", "profile-device"], closed.Disclosure!.LeftOut);
        Assert.DoesNotContain(closed.Indicators, row => row.IsWithheld || row.Users < 2);
        Assert.Equal((2L, 2L), (closed.NationalTotal!.Value.Visits, closed.NationalTotal.Value.Users));
        Assert.Contains(closed.Indicators, row => row.Level == TerritoryLevel.Establishment);
        Assert.Contains(closed.Certificate.Warnings, warning => warning.StartsWith("of device, profile, profile-device nothing is published", StringComparison.Ordinal));
        Assert.DoesNotContain(closed.Certificate.Coverage, line => line.Name is "visits-without-profile" or "visits-without-device");
        Assert.Contains(closed.Certificate.Coverage, line => line.Name == "visits-without-uai");
    }

    /// <summary>
    /// Two schools, each with a visit of a pupil and one of a parent: a profile of a school cannot have more, since the other profile and the other school cannot have
    /// less. The département's two of each, and the schools' totals, can be told.
    /// </summary>
    [Fact]
    public async Task Two_profiles_of_two_establishments()
    {
        var closed = await Measure(TwoOfTwo);
        Assert.Equal(["establishment × device", "establishment × profile", "establishment × profile-device"], closed.Disclosure!.LeftOut);
        Assert.True(closed.Disclosure.LeavesOut(TerritoryLevel.Establishment, Dimension.Profile));
        Assert.False(closed.Disclosure.LeavesOut(TerritoryLevel.Establishment, Dimension.Total) || closed.Disclosure.LeavesOut(TerritoryLevel.Department, Dimension.Profile));
        Assert.DoesNotContain(closed.Indicators, row => row.IsWithheld || row.Users < 2);
        Assert.Equal([2L, 2L], closed.Indicators.Where(row => row is { Level: TerritoryLevel.Department, Period: PeriodKind.Week } && row.Dimension == Dimension.Profile && row.Visits > 0).Select(row => row.Visits));
        Assert.Equal([2L, 2L], closed.Indicators.Where(row => row is { Level: TerritoryLevel.Establishment, Period: PeriodKind.Week } && row.Dimension == Dimension.Total).Select(row => row.Visits));
        Assert.Contains(closed.Certificate.Warnings, warning => warning.StartsWith("of establishment × device, establishment × profile, establishment × profile-device nothing is published", StringComparison.Ordinal));

        // What the nation has by profile and by device is told, so that its coverage is.
        Assert.Contains(closed.Certificate.Coverage, line => line.Name == "visits-without-device");
    }

    /// <summary>Nobody said that no pupil came: of what is left out the published tables have no zeros.</summary>
    [Fact]
    public async Task What_is_left_out_is_not_published_as_nothing()
    {
        using var folder = new TemporaryFolder();
        _ = await (await Measure(TwoOfTwo)).PublishAsync(folder.Path, TestContext.Current.CancellationToken);
        foreach (var (file, left, shown) in new[] { ("profils", "eleve", "globales"), ("appareils", "ordinateur", null), ("profils-appareils", "eleve_ordinateur", null) })
        {
            string[][] rows = [.. File.ReadAllLines(Path.Combine(folder.Path, $"fr-en-dnma-par-uai-{file}.csv")).Select(line => line.Split(';'))];
            Assert.Equal(["N/A", "N/A"], rows.Skip(1).Select(row => row[Array.IndexOf(rows[0], $"visites_{left}")]));
            Assert.All(shown is null ? [] : rows.Skip(1), row => Assert.Equal("2", row[Array.IndexOf(rows[0], $"visites_{shown}")]));
        }
    }

    [Fact]
    public async Task Two_visits_of_two_establishments()
    {
        var closed = await Measure("2022-09-05T08:00:00Z,a,0220158C,ELEVE,P\n2022-09-05T09:00:00Z,b,0220001G,ELEVE,P\n");
        Assert.Equal(["establishment"], closed.Disclosure!.LeftOut);
        Assert.Contains(closed.Indicators, row => row is { Level: TerritoryLevel.Department, Code: "22", Users: 2 });
        Assert.DoesNotContain(closed.Indicators, row => row.IsWithheld || row.Users < 2);

        // Nor can anything else tell which establishments there are.
        Assert.Equal(0, closed.Certificate.Perimeter.Establishments);
        Assert.Empty(closed.Controls);
        Assert.DoesNotContain(closed.Events, row => row.Level == TerritoryLevel.Establishment);
        Assert.DoesNotContain(closed.Certificate.Coverage, line => line.Name == "visits-without-uai");
    }

    /// <summary>Each day has one visit: of days, weeks and months only those that hold all of them can be shown, and the silent day between says nothing.</summary>
    [Fact]
    public async Task Two_visits_of_two_days()
    {
        var closed = await Measure("2022-09-05T08:00:00Z,a,0220158C,ELEVE,P\n2022-09-07T09:00:00Z,b,0220158C,ELEVE,P\n");
        Assert.All(closed.Indicators, row => Assert.Equal((TerritoryLevel.National, Dimension.Total), (row.Level, row.Dimension)));
        Assert.Equal([PeriodKind.All, PeriodKind.Month, PeriodKind.SchoolYear, PeriodKind.Week], closed.Indicators.Where(row => !row.IsWithheld).Select(row => row.Period));
        Assert.All(closed.Indicators.Where(row => !row.IsWithheld), row => Assert.Equal((2L, 2L), (row.Visits, row.Users)));
        Assert.Equal(3, closed.Indicators.Count(row => row is { Period: PeriodKind.Day, IsWithheld: true }));
        Assert.Equal((2, 1), (closed.Disclosure!.Primary, closed.Disclosure.Secondary));
    }

    [Theory]
    [InlineData("2022-09-05T08:00:00Z,a,0220158C,ELEVE,P\n2022-09-05T09:00:00Z,b,0220158C,PARENT,P\n")]
    [InlineData("2022-09-05T08:00:00Z,a,0220158C,ELEVE,P\n2022-09-07T09:00:00Z,b,0220158C,ELEVE,P\n")]
    [InlineData("2022-09-05T08:00:00Z,a,0220158C,ELEVE,P\n2022-09-05T09:00:00Z,b,0220001G,ELEVE,P\n")]
    [InlineData(TwoOfTwo)]
    public async Task What_is_published_verifies(string hits)
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var log = folder.Write("hits.csv", Encoding.UTF8.GetBytes(Header + hits));
        await using var engine = AudienceEngine.Create();
        var measurement = await engine.MeasureAsync(HitLog.Files(log), new MeasurementDefinition { DisclosureThreshold = 2 }, cancellationToken: stop);
        Assert.Empty(measurement.Certificate.Verify());
        var published = Path.Combine(folder.Path, "out");
        _ = await measurement.PublishAsync(published, stop);
        var report = await CertificateVerifier.VerifyAsync(published, new VerificationRequest { Inputs = [log] }, cancellationToken: stop);
        Assert.Empty(report.Findings);
    }

    private static Task<Measurement> Measure(string hits) => MeasuredFiles.Measure(
        HitLog.Stream("hits.csv", new MemoryStream(Encoding.UTF8.GetBytes(Header + hits))), new MeasurementDefinition { DisclosureThreshold = 2 }, options => options with { Threads = 1 });
}
