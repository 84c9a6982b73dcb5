using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Measurements;

/// <summary>Logs so small that every figure is known by heart.</summary>
public class SmallLogTest
{
    private const string Header = "instant,visitor,client,uai,service,kind,page\n";

    [Fact]
    public async Task One_hit_is_once_in_each_dimension_of_each_territory_and_period()
    {
        var measurement = await Measure("dnma", "2022-09-05T10:00:00+02:00,a,,0010024W,notes,,");

        // Days at 3 levels, 4 longer periods at 6 levels; 11 dimensions.
        Assert.Equal((3 + (4 * 6)) * 11, measurement.Indicators.Count);
        Assert.All(measurement.Indicators, row => Assert.Equal(
            (1, 1, 1, 1, 0, 0, 1, 1),
            (row.Visits, row.Users, row.PageViews, row.Hits, row.DurationMs, row.TimedVisits, row.Bounces, row.FlashVisits)));
        Assert.Equal(measurement.Indicators.Count, measurement.Indicators.DistinctBy(row => (row.Period, row.Level, row.Dimension)).Count());
    }

    [Fact]
    public async Task Eight_schools_and_four_days_are_sixty_four_territories_in_periods()
    {
        var measurement = await Measure(
            "dnma",
            [
                .. Schools(8).Select(code => $"2022-09-05T10:00:00+02:00,{code},,{code},notes,,"),
                .. Enumerable.Range(6, 3).Select(day => $"2022-09-0{day}T10:00:00+02:00,a,,{Schools(1)[0]},notes,,"),
            ]);

        // 4 days at 3 levels; 4 longer periods with the nation, its académie, département, platform, project and 8 schools.
        Assert.Equal(
            (4 * 3) + (4 * (5 + 8)),
            measurement.Indicators.DistinctBy(row => (row.Period, row.PeriodStart, row.Level, row.Code)).Count());
        Assert.Equal((11, 9), (measurement.NationalTotal?.Visits, measurement.NationalTotal?.Users));
    }

    [Fact]
    public async Task Weeks_and_months_of_one_school_are_kept_apart()
    {
        var table = (await Measure(
            "dnma",
            "2022-09-05T10:00:00+02:00,a,,0010024W,notes,,",
            "2022-09-12T10:00:00+02:00,a,,0010024W,notes,,",
            "2022-10-03T10:00:00+02:00,a,,0010024W,notes,,",
            "2022-10-04T10:00:00+02:00,b,,0010024W,notes,,")).Indicators;
        foreach (var dimension in new[] { Dimension.Total, Dimension.Service })
        {
            Assert.Equal(
                [("2022-09-05", 1, 1), ("2022-09-12", 1, 1), ("2022-10-03", 2, 2)],
                Of(table, PeriodKind.Week, dimension));
            Assert.Equal([("2022-09-01", 2, 1), ("2022-10-01", 2, 2)], Of(table, PeriodKind.Month, dimension));
        }
    }

    [Fact]
    public async Task A_thousand_schools_have_a_row_each()
    {
        var codes = Schools(1_000);
        var table = (await Measure("dnma", [.. codes.Select(code => $"2022-09-05T10:00:00+02:00,of {code},,{code},notes,,")])).Indicators;
        Assert.Equal(
            codes.Select(code => (code, 1L, 1L)),
            table.Where(row => row.Period == PeriodKind.All && row.Level == TerritoryLevel.Establishment && row.Dimension == Dimension.Total)
                .Select(row => (row.Code, row.Visits, row.Users)));
    }

    [Fact]
    public async Task Hits_of_one_instant_are_taken_in_the_order_of_their_texts()
    {
        var (schools, persons) = (Schools(60), Enumerable.Range(0, 30));
        var table = (await Measure("dnma", [.. persons.SelectMany(person => new[]
        {
            $"2022-09-05T10:00:00+02:00,{person},,{schools[person + 30]},accueil,,",
            $"2022-09-05T10:00:00+02:00,{person},,{schools[person]},accueil,,",
            $"2022-09-05T10:00:07+02:00,{person},,,later{person},,",
            $"2022-09-05T10:00:07+02:00,{person},,,earlier{person},,",
            $"2022-09-05T10:00:17+02:00,{person},,,accueil,,",
        })])).Indicators;

        // The first establishment is the visit's; the last service opens the gap.
        Assert.Equal(
            schools[..30],
            table.Where(row => row.Period == PeriodKind.All && row.Level == TerritoryLevel.Establishment && row.Dimension == Dimension.Total)
                .Select(row => row.Code));
        Assert.All(
            table.Where(row => row.Period == PeriodKind.All && row.Level == TerritoryLevel.National && row.Dimension == Dimension.Service),
            row => Assert.Equal(row.Modality == "accueil" ? 30 * 7_000 : row.Modality.StartsWith("later", StringComparison.Ordinal) ? 10_000 : 0, row.DurationMs));
    }

    [Fact]
    public async Task A_long_visit_that_does_not_fit_in_memory_is_whole()
    {
        var start = new DateTimeOffset(2022, 9, 5, 10, 0, 0, TimeSpan.FromHours(2));
        var measurement = await Measure(
            options => options with { Threads = 1, PartitionBits = 1, HitBytes = 1 << 12 },
            "dnma",
            [.. Enumerable.Range(0, 5_000).Select(second => $"{start.AddSeconds(second):yyyy-MM-ddTHH:mm:sszzz},a,,0010024W,notes,,")]);
        var total = Assert.NotNull(measurement.NationalTotal);
        Assert.Equal((1, 1, 5_000, 5_000, 4_999_000), (total.Visits, total.Users, total.PageViews, total.Hits, total.DurationMs));
    }

    [Fact]
    public async Task A_long_visit_that_fits_in_memory_is_whole()
    {
        // So long that its sort can be stopped.
        var start = new DateTimeOffset(2022, 9, 5, 0, 0, 0, TimeSpan.FromHours(2));
        var measurement = await Measure(
            "dnma", [.. Enumerable.Range(0, 140_000).Select(tenth => $"{start.AddMilliseconds(100 * tenth):yyyy-MM-ddTHH:mm:ss.fffzzz},a,,0010024W,notes,,")]);
        var total = Assert.NotNull(measurement.NationalTotal);
        Assert.Equal((1, 1, 140_000, 140_000, 13_999_900), (total.Visits, total.Users, total.PageViews, total.Hits, total.DurationMs));
    }

    [Fact]
    public async Task Under_Piano_a_person_with_two_browsers_is_two_visits_and_one_user()
    {
        var measurement = await Measure(
            "piano",
            "2022-09-05T10:00:00+02:00,a,x,0010024W,notes,,",
            "2022-09-05T10:00:10+02:00,a,y,0010024W,notes,,",
            "2022-09-05T10:00:20+02:00,b,z,0010024W,notes,,",
            "2022-09-06T10:00:00+02:00,a,x,0010024W,notes,,",
            "2022-09-06T10:00:20+02:00,a,x,0010024W,notes,click,");
        AssertUsers(measurement.Indicators, PeriodKind.All, 5, visits: 4, users: 2);
        AssertUsers(measurement.Indicators, PeriodKind.Day, 5, visits: 3, users: 2);
        AssertUsers(measurement.Indicators, PeriodKind.Day, 6, visits: 1, users: 1);
        Assert.Equal(1, measurement.Events.Single(row => row.Period == PeriodKind.All && row.Level == TerritoryLevel.National).Users);
    }

    [Fact]
    public async Task Clicks_are_listed_by_day_for_the_nation_alone_and_everywhere_for_the_whole_range()
    {
        var measurement = await Measure("dnma", "2022-09-05T10:00:00+02:00,a,,0010024W,notes,click,");
        Assert.Equal(
            [
                "all academy", "all department", "all establishment", "all national", "all platform", "all project",
                "day national",
                "month academy", "month national",
                "school-year academy", "school-year national",
                "week academy", "week department", "week establishment", "week national",
            ],
            measurement.Events.Select(row => $"{row.Period.Code()} {row.Level.Code()}"));
        Assert.All(measurement.Events, row => Assert.Equal((1, 1), (row.Events, row.Users)));
    }

    /// <summary>UAIs in order: the letter is the number modulo 23.</summary>
    private static string[] Schools(int count) =>
        [.. Enumerable.Range(750_000, count).Select(number => $"{number:D7}{"ABCDEFGHJKLMNPRSTUVWXYZ"[number % 23]}")];

    private static IEnumerable<(string Start, long Visits, long Users)> Of(IndicatorTable table, PeriodKind period, Dimension dimension) => table
        .Where(row => row.Period == period && row.Level == TerritoryLevel.Establishment && row.Dimension == dimension)
        .Select(row => (row.PeriodStart.ToString("O"), row.Visits, row.Users));

    private static void AssertUsers(IndicatorTable table, PeriodKind period, int day, long visits, long users)
    {
        foreach (var (dimension, modality) in new[] { (Dimension.Total, "total"), (Dimension.Service, "notes") })
        {
            var row = Assert.NotNull(table.Find(period, new DateOnly(2022, 9, day), TerritoryLevel.National, "FR", dimension, modality));
            Assert.Equal((visits, users), (row.Visits, row.Users));
        }
    }

    private static Task<Measurement> Measure(string norm, params string[] hits) => Measure(options => options, norm, hits);

    private static async Task<Measurement> Measure(Func<EngineOptions, EngineOptions> options, string norm, string[] hits)
    {
        await using var engine = AudienceEngine.Create(defaults => options(defaults with { Secret = "small"u8.ToArray() }));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Header + string.Join('\n', hits) + "\n"));
        return await engine.MeasureAsync(
            HitLog.Stream("log.csv", stream), MeasurementDefinition.Of(Norm.Of(norm)), cancellationToken: TestContext.Current.CancellationToken);
    }
}
