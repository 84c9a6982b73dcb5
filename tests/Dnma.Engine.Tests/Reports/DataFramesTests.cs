using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using Microsoft.Data.Analysis;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Reports;

public class DataFramesTests
{
    private static readonly IndicatorTable Table = Of(
        Row(Dimension.Total, "total", 4, 3, 10, 12, 185_000, 2, 1, 3),
        Row(Dimension.Device, "inconnu", 4, 3));

    [Fact]
    public void Indicators_Have_The_Columns_Of_Their_File()
    {
        var frame = Table.ToDataFrame();
        Assert.Equal(IndicatorCsv.Header.Split(','), frame.Columns.Select(column => column.Name));
        Assert.Equal(2, frame.Rows.Count);
        Assert.Equal(new DateTime(2022, 9, 5), frame["period_start"][1]);
        Assert.Equal(
            ["week", new DateTime(2022, 9, 5), "establishment", "0010024W", "total", "total", 4L, 3L, 10L, 12L, 185_000L, 2L, 1L, 3L],
            frame.Rows[1].ToArray());
        Assert.IsType<Int64DataFrameColumn>(frame["visits"]);
        Assert.IsType<DateTimeDataFrameColumn>(frame["period_start"]);
        Assert.IsType<StringDataFrameColumn>(frame["modality"]);
    }

    [Fact]
    public void Rates_Without_Value_Are_Null()
    {
        var frame = RateTable.Of(Table).ToDataFrame();
        Assert.Equal(RateCsv.Header.Split(','), frame.Columns.Select(column => column.Name));
        var rows = frame.Rows.ToDictionary(row => (string)row[4]);
        Assert.Equal(92_500m, rows["time_per_visit_ms"][8]);
        Assert.Null(rows["mobile_share"][8]);
        Assert.Equal(0m, rows["mobile_share"][11]);
    }

    [Fact]
    public void Events_And_Rejects_Have_The_Columns_Of_Their_Files()
    {
        var events = Events(new EventRow(PeriodKind.Day, Monday, TerritoryLevel.National, "FR", EventKind.Click, "aide", 7, 2)).ToDataFrame();
        Assert.Equal(EventCsv.Header.Split(','), events.Columns.Select(column => column.Name));
        Assert.Equal(["day", new DateTime(2022, 9, 5), "national", "FR", "click", "aide", 7L, 2L], events.Rows[0].ToArray());

        IReadOnlyList<RejectRow> rejects = [new("a.log", 3, 99, "malformed", "x")];
        var frame = rejects.ToDataFrame();
        Assert.Equal(RejectCsv.Header.Split(','), frame.Columns.Select(column => column.Name));
        Assert.Equal(["a.log", 3L, 99L, "malformed", "x"], frame.Rows[0].ToArray());
    }

    [Fact]
    public void Open_Data_Have_Their_Columns_And_Null_For_What_Is_Suppressed()
    {
        var table = OpenDataTable.Of(OpenDataSet.Services, Of(
            Row(Dimension.Total, "total", 4),
            Row(Dimension.Service, "notes", 2, users: 2, durationMs: 3_000),
            Row(Dimension.Service, "absences", 1, users: 1)), new LabelsOfTest(), row => row.Dimension == Dimension.Service && row.Users < 2);
        var frame = table.ToDataFrame();
        Assert.Equal(OpenDataSet.Services.ColumnNames, frame.Columns.Select(column => column.Name));
        Assert.Equal(2L, frame["visites_notes"][0]);
        Assert.Equal(2L, frame["duree_notes"][0]);
        Assert.Null(frame["visites_absences"][0]);
        Assert.Null(frame["duree_absences"][0]);
        Assert.Equal(0L, frame["visites_accueil"][0]);
        Assert.Equal("Bourg; \"en\" Bresse", frame["commune"][0]);
        Assert.Equal("PU", frame["secteur"][0]);
    }

    [Fact]
    public void Empty_Tables_Keep_Their_Columns()
    {
        Assert.Equal(14, Of().ToDataFrame().Columns.Count);
        Assert.Equal(0, Of().ToDataFrame().Rows.Count);
    }
}
