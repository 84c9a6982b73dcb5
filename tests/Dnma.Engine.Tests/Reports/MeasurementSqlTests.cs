using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using Microsoft.Data.Analysis;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Reports;

public class MeasurementSqlTests
{
    private static readonly IndicatorTable Table = Of(
        Row(Dimension.Total, "total", 6, 5, 10, 12, 185_000, 2, 1, 3),
        Row(Dimension.Profile, "eleve", 4, 3),
        Row(Dimension.Profile, "parent", 2, 2),
        Row(Dimension.Service, "l'\"étrange\"\n\U0001F600", long.MaxValue, 1),
        Row(Dimension.Device, "inconnu", 6, 5));

    [Fact]
    public void Tables_Hold_Every_Row()
    {
        using var database = MeasurementSql.Open(
            Table,
            events: Events(new EventRow(PeriodKind.Day, Monday, TerritoryLevel.National, "FR", EventKind.Click, "aide", 7, 2)),
            rejects: [new("a.log", 3, 99, "malformed", "x"), new("a.log", 4, 120, "malformed", "y")],
            openData: [.. OpenDataSet.All.Select(set => OpenDataTable.Of(set, Table, new LabelsOfTest()))]);
        Assert.Equal(5L, Scalar(database.Query("SELECT count(*) FROM indicators")));

        // 6 ratios, 2 profiles, the mobile share; no service share, for the label is none of the published.
        Assert.Equal(9L, Scalar(database.Query("SELECT count(*) FROM rates")));
        Assert.Equal(1L, Scalar(database.Query("SELECT count(*) FROM events WHERE kind = 'click' AND events = 7")));
        Assert.Equal(2L, Scalar(database.Query("SELECT count(*) FROM rejects")));
        foreach (var table in new[] { "profils", "services", "appareils", "profils_appareils" })
        {
            Assert.Equal(1L, Scalar(database.Query($"SELECT count(*) FROM {table}")));
        }

        Assert.Equal(6L, Scalar(database.Query("SELECT sum(visites_globales) FROM profils WHERE \"département\" = 'Ain'")));
    }

    [Fact]
    public void Coverage_Has_The_Columns_Of_Its_File()
    {
        using var database = MeasurementSql.Open(
            Table, coverage: [new CoverageRow(PeriodKind.Week, Monday, TerritoryLevel.Academy, "14", CoverageState.PartlyFed, 7, 4, 5, null, 1, 1, 1, 2, 1, 4, 1, 3, 4, 1)]);
        var row = database.Query("SELECT * FROM coverage");
        Assert.Equal(
            "period,period_start,level,code,state,days,fed_days,school_days,fed_school_days,school_weeks,fed_school_weeks,establishments_seen,establishments_expected,establishments_expected_seen,"
            + "establishment_coverage,visits,device_known,device_coverage,profile_known,profile_coverage,hits,service_known,service_coverage",
            string.Join(',', row.Columns.Select(column => column.Name)));
        Assert.Equal(("partly-fed", 7L, null, 0.5m, 0.75m), (row["state"][0], row["days"][0], row["fed_school_days"][0], row["establishment_coverage"][0], row["profile_coverage"][0]));
    }

    [Fact]
    public void Figures_Are_Exact_And_Typed()
    {
        using var database = MeasurementSql.Open(Table);
        var frame = database.Query(
            "SELECT period_start, modality, visits FROM indicators WHERE dimension = 'service'");
        Assert.Equal([new DateTime(2022, 9, 5), "l'\"étrange\"\n\U0001F600", long.MaxValue], frame.Rows[0].ToArray());

        var rates = database.Query("SELECT value, coverage FROM rates WHERE indicator IN ('mobile_share', 'visits_per_user') ORDER BY indicator");
        Assert.IsType<DecimalDataFrameColumn>(rates["value"]);
        Assert.Null(rates["value"][0]);
        Assert.Equal(1.2m, rates["value"][1]);
        Assert.Equal(
            "DATE,DECIMAL(28,6),BIGINT",
            Scalar(database.Query("SELECT concat_ws(',', typeof(period_start), typeof(value), typeof(numerator)) FROM rates LIMIT 1")));
    }

    [Fact]
    public void Sums_Are_Integers_Of_The_Same_Type()
    {
        using var database = MeasurementSql.Open(Table);
        var frame = database.Query("SELECT dimension, sum(visits) AS visits FROM indicators WHERE dimension <> 'service' GROUP BY 1 ORDER BY 1");
        Assert.IsType<Int64DataFrameColumn>(frame["visits"]);
        Assert.Equal([6L, 6L, 6L], Enumerable.Range(0, 3).Select(row => (long)frame["visits"][row]));
        Refused(database, "SELECT sum(visits) FROM indicators, range(2)", "64 bits");
    }

    [Fact]
    public void Every_Common_Type_Has_A_Column()
    {
        using var database = MeasurementSql.Open(Of());
        var frame = database.Query(
            "SELECT 1::TINYINT a, 2::UBIGINT b, 3::HUGEINT c, 1.5::FLOAT d, true e, DATE '2022-09-05' f, TIMESTAMP '2022-09-05 01:02:03' g, NULL::BIGINT h, NULL::VARCHAR i, 2.50::DECIMAL(9,2) j");
        Assert.Equal(
            [1L, 2L, 3L, 1.5, true, new DateTime(2022, 9, 5), new DateTime(2022, 9, 5, 1, 2, 3), null, null, 2.5m],
            frame.Rows[0].ToArray());
    }

    [Fact]
    public void What_A_Frame_Cannot_Hold_Is_Said()
    {
        using var database = MeasurementSql.Open(Of());
        Refused(database, "SELECT [1, 2] AS list", "cast it");
        Refused(database, "SELECT 1 AS a, 2 AS a", "this name");
        Refused(database, "SELEC 1", "SELEC");
        Refused(database, "SELECT * FROM nowhere", "nowhere");
        Assert.Equal(1L, Scalar(database.Query("SELECT 1"))); // the connection stays usable
    }

    [Fact]
    public void No_Extension_Is_Fetched()
    {
        using var database = MeasurementSql.Open(Of());
        Assert.Equal("false,false", Scalar(database.Query(
            "SELECT concat_ws(',', current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions'))")));
    }

    [Fact]
    public void Texts_With_A_Zero_Byte_Stay_Whole()
    {
        using var database = MeasurementSql.Open(Of(), rejects: [new("a", 1, 1, "malformed", "x\0y"), new("b", 1, 1, "malformed", new string('é', 5_000) + "\0\U0001F600")]);
        Assert.Equal("x\0y", Scalar(database.Query("SELECT sample FROM rejects WHERE file = 'a'")));
        Assert.Equal(new string('é', 5_000) + "\0\U0001F600", Scalar(database.Query("SELECT sample FROM rejects WHERE file = 'b'")));
    }

    private static object Scalar(DataFrame frame) => frame.Rows[0][0];

    private static void Refused(Dnma.Engine.Store.Sql.MeasurementDatabase database, string sql, string because)
    {
        var error = Assert.Throws<EngineException>(() => database.Query(sql));
        Assert.Equal(ErrorId.InvalidOption, error.Id);
        Assert.Contains(because, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }
}
