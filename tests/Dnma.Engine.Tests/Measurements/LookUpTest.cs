using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Ingest;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Measurements;

/// <summary>A row is found by its key wherever it lies in a table of all periods and levels, and no other key is there.</summary>
public class LookUpTest
{
    private static readonly DateOnly Last = new(9999, 12, 31);

    private const string Log = """
        instant,visitor,uai,profile,service,project
        2022-08-31T10:00:00+02:00,a,0010024W,eleve,notes,ouest
        2022-09-05T10:00:00+02:00,a,0010024W,eleve,notes,ouest
        2022-09-06T10:00:00+02:00,b,0220158C,parent,absences,est
        2022-10-04T10:00:00+02:00,c,0750001A,enseignant,notes,est
        2023-09-04T10:00:00+02:00,c,0750001A,enseignant,accueil,est

        """;

    [Fact]
    public async Task Every_figure_is_found_by_its_key()
    {
        var table = (await Measure()).Indicators;
        Assert.All(table, row => Assert.Equal(row, table.Find(row.Period, row.PeriodStart, row.Level, row.Code, row.Dimension, row.Modality)));
        Assert.Null(table.Find(PeriodKind.Week, Last, TerritoryLevel.Project, "zz", Dimension.Type, "zz"));
        Assert.Null(table.Find(PeriodKind.All, DateOnly.MinValue, TerritoryLevel.Academy, "", Dimension.Browser, ""));
    }

    [Fact]
    public async Task Every_rate_is_found_by_its_key()
    {
        var rates = (await Measure()).Rates;
        Assert.All(rates, row => Assert.Equal(row.Rate, rates.Find(row.Period, row.PeriodStart, row.Level, row.Code, row.Indicator, row.Modality)));
        Assert.Null(rates.Find(PeriodKind.Week, Last, TerritoryLevel.Project, "zz", RatioIndicators.VisitsPerUser, "zz"));
        Assert.Null(rates.Find(PeriodKind.All, DateOnly.MinValue, TerritoryLevel.Academy, "", RatioIndicators.BounceRate, ""));
    }

    [Theory]
    [InlineData("day,all", "national", 5, 7)] // neighbours that differ by their kind of period, or by their first day
    [InlineData("week", "academy,department", 10, 11)] // by their level: what has no establishment is in "inconnu" of both
    [InlineData("week", "establishment", 5, 7)] // by their code
    public async Task Neighbours_in_the_table_have_rates_of_their_own(string periods, string levels, int from, int to)
    {
        var measurement = await Measure(
            Log + "2022-09-10T11:00:00+02:00,d,,parent,notes,\n2022-09-10T11:00:05+02:00,d,,parent,notes,\n",
            new MeasurementDefinition { Periods = IndicatorCodes.PeriodsOf(periods), Levels = IndicatorCodes.LevelsOf(levels) }
                .Over(new DateOnly(2022, 9, from), new DateOnly(2022, 9, to)));
        var totals = measurement.Indicators.Where(row => row.Dimension == Dimension.Total).ToArray();
        Assert.Equal(totals.Length, measurement.Rates.Count(rate => rate.Indicator == RatioIndicators.BounceRate));
        Assert.All(totals, row => Assert.Equal(
            new Ratio(row.Bounces, row.Visits),
            measurement.Rates.Find(row.Period, row.PeriodStart, row.Level, row.Code, RatioIndicators.BounceRate)?.Value));
    }

    private static async Task<Measurement> Measure(string log = Log, MeasurementDefinition? definition = null)
    {
        await using var engine = AudienceEngine.Create(options => options with { Secret = "look-up"u8.ToArray() });
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(log));
        return await engine.MeasureAsync(HitLog.Stream("log.csv", stream), definition ?? new MeasurementDefinition(), cancellationToken: TestContext.Current.CancellationToken);
    }
}
