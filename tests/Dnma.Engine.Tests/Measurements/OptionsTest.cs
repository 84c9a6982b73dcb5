using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Measurements;

/// <summary>What can be asked of the engine, and what it refuses before it begins.</summary>
public class OptionsTest
{
    private const string Log = """
        instant,visitor,uai,service,matiere
        2022-09-05T10:00:00+02:00,a,0010024W,notes,maths
        2022-09-05T10:01:00+02:00,a,0010024W,notes,Sport
        2022-09-07T10:00:00+02:00,b,0010024W,notes,

        """;

    [Fact]
    public void Options_without_a_usable_value_are_refused_by_name()
    {
        AssertRefused("threads", options => options with { Threads = 0 });
        AssertRefused("threads", options => options with { Threads = 257 });
        AssertRefused("memory", options => options with { MemoryLimit = new ByteSize((64L << 20) - 1) });
        AssertRefused("temporary folder", options => options with { TemporaryFolder = "" });
        AudienceEngine.Create(options => options with { Threads = 1, MemoryLimit = ByteSize.MiB(64) });
        AudienceEngine.Create(options => options with { Threads = 256 });
        AudienceEngine.Create();
    }

    [Fact]
    public async Task Definitions_that_make_no_sense_are_refused_by_name()
    {
        var definition = new MeasurementDefinition();
        await AssertRefused("from, to", definition.Over(new DateOnly(2022, 9, 5), new DateOnly(2022, 9, 5)));
        await AssertRefused("periods", definition with { Periods = [] });
        await AssertRefused("levels", definition with { Levels = [] });
        await AssertRefused("custom dimensions", definition with { CustomDimensions = ["a", "b", "c", "d", "e"] });
        await AssertRefused("custom dimensions", definition with { CustomDimensions = [""] });
        await AssertRefused("custom dimensions", definition with { CustomDimensions = ["service"] });
        await AssertRefused("custom dimensions", definition with { CustomDimensions = ["a", "a"] });
        await AssertRefused("clock tolerance", definition with { ClockTolerance = TimeSpan.FromTicks(-1) });
        await AssertRefused("FlashMs", MeasurementDefinition.Of(Norm.Dnma with { FlashMs = -1 }));
        (definition with { CustomDimensions = ["a", "b", "c", "d"], ClockTolerance = TimeSpan.Zero }).Validate();
    }

    [Theory]
    [InlineData("2022-09-05")]
    [InlineData("2022-09-11")]
    public void A_week_is_from_Monday_to_before_Monday(string date)
    {
        var week = new MeasurementDefinition().OverWeekOf(DateOnly.Parse(date, null));
        Assert.Equal((new DateOnly(2022, 9, 5), new DateOnly(2022, 9, 12)), (week.From, week.To));
        Assert.Equal(7, week.Range?.Length);
    }

    [Fact]
    public void A_school_year_is_from_August_to_July()
    {
        var year = new MeasurementDefinition().OverSchoolYear(2022);
        Assert.Equal((new DateOnly(2022, 8, 1), new DateOnly(2023, 8, 1)), (year.From, year.To));
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => new MeasurementDefinition().OverSchoolYear(22)).Id);
    }

    /// <summary>Pupils came back on Thursday 1 September 2022 and on Monday 4 September 2023 (domain §6); zone A's winter holidays of 2023 began on 4 February.</summary>
    [Theory]
    [InlineData(2022, 1, SchoolZone.B, "2022-08-29")]
    [InlineData(2023, 1, SchoolZone.C, "2023-09-04")]
    [InlineData(2022, 2, SchoolZone.A, "2022-09-05")]
    public void A_school_week_is_found_by_its_rank(int year, int rank, SchoolZone zone, string monday)
    {
        var week = new MeasurementDefinition().OverSchoolWeek(year, rank, zone);
        Assert.Equal((DateOnly.Parse(monday, null), DateOnly.Parse(monday, null).AddDays(7)), (week.From!.Value, week.To!.Value));
    }

    [Theory]
    [InlineData(2022, 0)]
    [InlineData(2022, 60)]
    [InlineData(1999, 1)]
    public void A_school_week_that_no_calendar_knows_is_refused(int year, int rank) =>
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => new MeasurementDefinition().OverSchoolWeek(year, rank, SchoolZone.B)).Id);

    [Fact]
    public async Task Custom_columns_become_dimensions()
    {
        var measurement = await Measure(Log, new MeasurementDefinition { CustomDimensions = ["matiere"] });
        Assert.Equal(
            [("inconnu", 1, 1, 1), ("maths", 1, 1, 1), ("sport", 1, 1, 1)],
            measurement.National(Dimension.Custom("matiere")).Select(row => (row.Modality, row.Visits, row.Users, row.Hits)));
        Assert.Empty(measurement.Certificate.Verify());
        Assert.Contains(new("custom-dimensions", "matiere"), measurement.Certificate.Definition);
    }

    [Fact]
    public async Task Only_the_periods_and_levels_asked_for_are_published()
    {
        var measurement = await Measure(Log, new MeasurementDefinition { Periods = [PeriodKind.Month], Levels = [TerritoryLevel.Academy] });
        Assert.All(measurement.Indicators, row => Assert.Equal((PeriodKind.Month, TerritoryLevel.Academy, "10"), (row.Period, row.Level, row.Code)));
        Assert.Equal(2, measurement.NationalTotal?.Visits);
        Assert.Equal((new DateOnly(2022, 9, 5), new DateOnly(2022, 9, 8)), (measurement.From, measurement.To));
    }

    [Fact]
    public async Task A_range_may_begin_long_before_the_first_hit_and_before_1970()
    {
        var measurement = await Measure(Log, new MeasurementDefinition().Over(new DateOnly(1969, 12, 1), new DateOnly(2022, 9, 6)));
        Assert.Equal(1, measurement.NationalTotal?.Visits);
        Assert.Equal(new DateOnly(1969, 12, 1), measurement.Indicators.First(row => row.Period == PeriodKind.Day).PeriodStart);
        Assert.Empty(measurement.Certificate.Verify());
    }

    [Fact]
    public async Task Where_no_hit_qualifies_there_is_no_range_and_a_warning()
    {
        var measurement = await Measure("instant,visitor\n2022-09-05T10:00:00+02:00,\n", new MeasurementDefinition());
        Assert.Equal((null, null, null), (measurement.From, measurement.To, measurement.NationalTotal));
        Assert.Empty(measurement.Indicators);
        Assert.Contains(measurement.Certificate.Warnings, warning => warning.StartsWith("every hit was excluded", StringComparison.Ordinal));
        Assert.Contains(measurement.Certificate.Warnings, warning => warning.StartsWith("100.0 % of the hits have no person id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_all_is_rejected_the_first_line_is_named_with_its_reason()
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => Measure("instant,visitor\nyesterday,a\n", new MeasurementDefinition()));
        Assert.Equal(ErrorId.NothingAccepted, error.Id);
        Assert.Contains("none of 1 records is a hit", error.Message, StringComparison.Ordinal);
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_ends_with_publishing_and_reads_every_byte()
    {
        var reports = new List<MeasurementProgress>();
        await Measure(Log, new MeasurementDefinition(), new Recorder(reports));
        Assert.Equal((MeasurementStage.Publishing, (long)Encoding.UTF8.GetByteCount(Log), ""), (reports[^1].Stage, reports[^1].BytesRead, reports[^1].Subject));
        var counted = reports.Where(report => report.Stage == MeasurementStage.Counting).ToArray();
        Assert.Equal(counted[0].PartsTotal, counted.Length);
        Assert.Equal(Enumerable.Range(1, counted.Length), counted.Select(report => report.PartsDone).Order());
    }

    [Fact]
    public async Task One_engine_serves_measurements_at_once_and_one_after_the_other()
    {
        // They share the memory that the engine keeps: whoever saw another's hits would count them.
        await using var engine = AudienceEngine.Create();
        string LogOf(int persons) =>
            "instant,visitor,uai\n" + string.Concat(Enumerable.Range(0, persons * 10).Select(i => $"2022-09-05T10:{i % 10:00}:00+02:00,{i / 10},0010024W\n"));
        async Task<(long?, long?, long?)> Measure(int persons)
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(LogOf(persons)));
            var total = (await engine.MeasureAsync(HitLog.Stream("log.csv", stream), cancellationToken: TestContext.Current.CancellationToken)).NationalTotal;
            return (total?.Users, total?.Visits, total?.Hits);
        }

        for (var round = 0; round < 3; round++)
        {
            var found = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Measure(i * 300)));
            Assert.Equal(Enumerable.Range(1, 4).Select(i => ((long?)(i * 300), (long?)(i * 300), (long?)(i * 3_000))), found);
        }
    }

    private static async Task<Measurement> Measure(string log, MeasurementDefinition definition, IProgress<MeasurementProgress>? progress = null)
    {
        await using var engine = AudienceEngine.Create(options => options with { Secret = "options"u8.ToArray() });
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(log));
        return await engine.MeasureAsync(HitLog.Stream("log.csv", stream), definition, progress, TestContext.Current.CancellationToken);
    }

    private static void AssertRefused(string option, Func<EngineOptions, EngineOptions> configure)
    {
        var error = Assert.Throws<EngineException>(() => AudienceEngine.Create(configure));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
        Assert.Contains(option, error.Message, StringComparison.Ordinal);
    }

    private static async Task AssertRefused(string option, MeasurementDefinition definition)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => Measure(Log, definition));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
        Assert.Contains(option, error.Message, StringComparison.Ordinal);
    }

    private sealed class Recorder(List<MeasurementProgress> reports) : IProgress<MeasurementProgress>
    {
        public void Report(MeasurementProgress value)
        {
            lock (reports)
            {
                reports.Add(value);
            }
        }
    }
}
