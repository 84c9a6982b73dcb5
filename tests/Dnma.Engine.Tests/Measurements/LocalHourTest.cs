using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.Tests.Store;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Measurements;

/// <summary>The dimension that is computed of instants: of all formats, whatever a column of its name holds, and counted again in SQL.</summary>
public class LocalHourTest
{
    /// <summary>Monday 5 September 2022: anna at 8:50 and 9:10 in Paris, one visit in two hours; bruno at 9:20.</summary>
    private const string Csv = "instant,visitor,local-hour\n2022-09-05T06:50:00Z,anna,7-23\n2022-09-05T07:10:00Z,anna,\n2022-09-05T07:20:00Z,bruno,x\n";

    [Fact]
    public async Task A_visit_counts_once_in_each_hour_that_it_has_a_hit_in()
    {
        var measurement = await MeasureAsync(Csv, new() { CustomDimensions = ["local-hour"] });
        Assert.Equal([("1-08", 1L, 1L, 1L), ("1-09", 2L, 2L, 2L)], RowsOf(measurement));
        Assert.Empty(measurement.Certificate.Verify());
        Assert.True(measurement.Recount!.Agrees);
    }

    [Fact]
    public async Task Hours_are_those_of_the_definition_s_zone() =>
        Assert.Equal([("1-02", 1L, 1L, 1L), ("1-03", 2L, 2L, 2L)], RowsOf(await MeasureAsync(Csv, new() { CustomDimensions = ["local-hour"], Zone = CivilZone.Of("America/Martinique") })));

    [Fact]
    public async Task Lines_of_collectors_have_hours_too()
    {
        const string Log = "10.0.0.1 - - [05/Sep/2022:08:50:00 +0200] \"GET /hit.xiti?s=402502&vtag=5.29.4&at=anna&p=NOTES&service=NOTES HTTP/1.1\" 200 43 \"-\" \"-\"\n";
        Assert.Equal([("1-08", 1L, 1L, 1L)], RowsOf(await MeasureAsync(Log, new() { CustomDimensions = ["groupe", "local-hour"] })));
    }

    [Fact]
    public async Task Rows_of_Parquet_have_hours_too()
    {
        using var scratch = new ParquetScratch();
        var path = scratch.Write("SELECT * FROM (VALUES ('2022-09-05T06:50:00Z', 'anna', '7-23'), ('2022-09-05T07:10:00Z', 'anna', NULL), ('2022-09-05T07:20:00Z', 'bruno', 'x')) t(instant, visitor, \"local-hour\")");
        await using var engine = AudienceEngine.Create();
        Assert.Equal([("1-08", 1L, 1L, 1L), ("1-09", 2L, 2L, 2L)], RowsOf(await engine.MeasureAsync(HitLog.Files(path), new() { CustomDimensions = ["local-hour"] })));
    }

    [Fact]
    public async Task Nobody_who_does_not_ask_gets_hours() => Assert.Empty(RowsOf(await MeasureAsync(Csv, new())));

    private static async Task<Measurement> MeasureAsync(string text, MeasurementDefinition definition)
    {
        await using var engine = AudienceEngine.Create(options => options with { Recount = RecountScope.Full });
        return await engine.MeasureAsync(HitLog.Stream("log", new MemoryStream(Encoding.UTF8.GetBytes(text))), definition);
    }

    private static IEnumerable<(string Hour, long Visits, long Users, long Hits)> RowsOf(Measurement measurement) =>
        measurement.National(Dimension.LocalHour).Select(row => (row.Modality, row.Visits, row.Users, row.Hits));
}
