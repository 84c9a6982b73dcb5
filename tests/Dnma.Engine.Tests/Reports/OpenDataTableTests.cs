using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Indicators.TableOfRows;

namespace Dnma.Engine.Tests.Reports;

public class OpenDataTableTests
{
    private const string Labels = "Lyon;\"Bourg; \"\"en\"\" Bresse\";Ain;Auvergne-Rhône-Alpes;=EN;Bourg 1, nord;COLLEGE;PU";

    [Fact]
    public void Profiles_Golden()
    {
        var table = Of(
            Row(Dimension.Total, "total", 6, users: 5, durationMs: 185_000, timedVisits: 2),
            Row(Dimension.Profile, "eleve", 3, users: 2, durationMs: 185_000, timedVisits: 2),
            Row(Dimension.Profile, "parent", 1),
            Row(Dimension.Profile, "collectivite", 1),
            Row(Dimension.Profile, "inconnu", 1),
            Row(Dimension.Total, "total", 2, users: 2, code: "0220158C"),
            Row(Dimension.Profile, "inconnu", 2, users: 2, code: "0220158C"));
        Assert.Equal(
            [
                $"2022-09-05;0010024W;{Labels};6;5;00:01:33;3;2;00:01:33;1;1;00:00:00;0;0;00:00:00;0;0;00:00:00",
                "2022-09-05;0220158C;;;;;;;;;2;2;00:00:00;0;0;00:00:00;0;0;00:00:00;0;0;00:00:00;0;0;00:00:00",
            ],
            Rows(OpenDataSet.Profiles, table));
    }

    [Fact]
    public void Services_Have_Eight_Keys_At_The_End_And_Divide_By_Visits()
    {
        var table = Of(
            Row(Dimension.Total, "total", 3),
            Row(Dimension.Service, "actualites", 2, users: 2, durationMs: 3_000, timedVisits: 1),
            Row(Dimension.Service, "ressource_documentaire", 1, durationMs: 59_500),
            Row(Dimension.Service, "page_ent", 1),
            Row(Dimension.Service, "inconnu", 1));
        var none = string.Concat(Enumerable.Repeat("0;0;00:00:00;", 22)); // between the 2nd and the 25th
        Assert.Equal(
            [$"2022-09-05;0010024W;0;0;00:00:00;2;2;00:00:02;{none}1;1;00:01:00;{Labels}"],
            Rows(OpenDataSet.Services, table));
    }

    [Fact]
    public void Devices_Systems_And_Browsers_Fill_Their_Columns()
    {
        var table = Of(
            Row(Dimension.Total, "total", 5),
            Row(Dimension.Device, "autreappareil", 4),
            Row(Dimension.Device, "inconnu", 1),
            Row(Dimension.Os, "autreos", 3),
            Row(Dimension.Browser, "samsungbrowser", 2));
        var cells = Cells(OpenDataSet.Devices, table);
        Assert.Equal("4", cells["visites_autreappareil"]);
        Assert.Equal("3", cells["visites_autreOS"]);
        Assert.Equal("2", cells["visites_samsungBrowser"]);
        Assert.Equal(3, cells.Count(cell => cell.Key.StartsWith("visites_", StringComparison.Ordinal) && cell.Value != "0"));
    }

    [Fact]
    public void Other_Devices_Of_A_Profile_Are_Spelled_In_The_Plural()
    {
        var cells = Cells(OpenDataSet.ProfilesDevices, Of(
            Row(Dimension.Total, "total", 7),
            Row(Dimension.ProfileDevice, "admin_vie_scol_tech_autreappareil", 4),
            Row(Dimension.ProfileDevice, "eleve_inconnu", 2),
            Row(Dimension.ProfileDevice, "inconnu_smartphone", 1)));
        Assert.Equal("4", cells["visites_admin_vie_scol_tech_autresappareil"]);
        Assert.Single(cells, cell => cell.Key.StartsWith("visites_", StringComparison.Ordinal) && cell.Value != "0");
    }

    [Theory]
    [InlineData(499, 1, "00:00:00")]
    [InlineData(500, 1, "00:00:01")]
    [InlineData(59_499, 1, "00:00:59")]
    [InlineData(59_500, 1, "00:01:00")]
    [InlineData(3_599_500, 1, "01:00:00")]
    [InlineData(2_999, 2, "00:00:01")] // 1 499.5 ms: below the tie
    [InlineData(3_000, 2, "00:00:02")]
    [InlineData(86_399_499, 1, "23:59:59")]
    [InlineData(360_000_000, 1, "100:00:00")]
    [InlineData(0, 0, "00:00:00")]
    public void Mean_Times_Round_Half_Up_To_The_Second(long durationMs, long timedVisits, string expected)
    {
        var table = Of(Row(Dimension.Total, "total", 9, durationMs: durationMs, timedVisits: timedVisits));
        Assert.Equal(expected, Cells(OpenDataSet.Profiles, table)["duree_globales"]);
    }

    [Fact]
    public void Rows_Are_Weeks_And_Establishments_With_A_Visit()
    {
        var table = Of(
            Row(Dimension.Total, "total", 1, code: "0301674G", start: Monday.AddDays(7)),
            Row(Dimension.Total, "total", 1, code: "0490867B"),
            Row(Dimension.Total, "total", 0, code: "0040533H"),
            Row(Dimension.Total, "total", 8, code: "inconnu"),
            Row(Dimension.Profile, "eleve", 8, code: "inconnu"),
            Row(Dimension.Total, "total", 2, code: "inconnu", start: Monday.AddDays(7)),
            Row(Dimension.Total, "total", 1, period: PeriodKind.Month, start: new DateOnly(2022, 9, 1)),
            Row(Dimension.Total, "total", 1, level: TerritoryLevel.Department, code: "01"));
        var published = OpenDataTable.Of(OpenDataSet.Profiles, table, new LabelsOfTest());
        Assert.Equal(
            [(Monday, "0490867B"), (Monday.AddDays(7), "0301674G")],
            Enumerable.Range(0, published.Count).Select(row => (published.WeekStart(row), published.Uai(row))));
        Assert.Equal(10, published.UnattributedVisits);
    }

    [Fact]
    public void Suppressed_Cells_Are_Not_Available_In_All_Three_Columns()
    {
        var table = Of(Row(Dimension.Total, "total", 6, users: 5), Row(Dimension.Profile, "parent", 2, users: 2));
        var published = OpenDataTable.Of(OpenDataSet.Profiles, table, new LabelsOfTest(), row => row.Users < 5);
        Assert.Equal(
            $"2022-09-05;0010024W;{Labels};6;5;00:00:00;0;0;00:00:00;N/A;N/A;N/A;0;0;00:00:00;0;0;00:00:00",
            Assert.Single(Rows(published)));
        Assert.Equal(new OpenDataCell(0, 0, 0, IsSuppressed: true), published.Cell(0, 2));
    }

    [Fact]
    public void No_Week_No_Row() => Assert.Empty(Rows(OpenDataSet.Services, Of()));

    [Fact]
    public void Labels_Are_Asked_Once_An_Establishment()
    {
        var labels = new LabelsOfTest();
        var table = Of([.. Enumerable.Range(0, 5).Select(week => Row(Dimension.Total, "total", 1, start: Monday.AddDays(7 * week)))]);
        Assert.Equal(5, OpenDataTable.Of(OpenDataSet.Profiles, table, labels).Count);
        Assert.Equal(1, labels.Calls);
    }

    [Fact]
    public void Every_Measure_Has_Its_Own_Place()
    {
        foreach (var set in OpenDataSet.All)
        {
            var rows = set.Measures.Select((measure, i) => Row(measure.Dimension, measure.Modality, 1000 + i, users: 100 + i));
            var published = OpenDataTable.Of(set, Of([.. rows]), new LabelsOfTest());
            var places = Enumerable.Range(0, set.Measures.Count);
            Assert.All(places, i => Assert.Equal(new OpenDataCell(1000 + i, 100 + i, 0), published.Cell(0, i)));
            Assert.Throws<ArgumentOutOfRangeException>(() => published.Cell(0, set.Measures.Count));
        }
    }

    private static string[] Rows(OpenDataSet set, IndicatorTable table) => Rows(OpenDataTable.Of(set, table, new LabelsOfTest()));

    private static string[] Rows(OpenDataTable table)
    {
        using var stream = new MemoryStream();
        OpenDataCsv.Write(stream, table);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n');
        Assert.Equal(string.Join(';', table.Set.ColumnNames), lines[0]);
        Assert.Equal("", lines[^1]);
        return lines[1..^1];
    }

    private static Dictionary<string, string> Cells(OpenDataSet set, IndicatorTable table)
    {
        // The one quoted label holds a separator: taken out before the line is cut.
        var cells = Assert.Single(Rows(set, table)).Replace("\"Bourg; \"\"en\"\" Bresse\"", "").Split(';');
        return set.ColumnNames.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
