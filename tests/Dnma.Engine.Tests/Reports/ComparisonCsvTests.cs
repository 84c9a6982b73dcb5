using System.Text;
using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Analysis.Comparison;
using static Dnma.Engine.Tests.Analysis.WeeklyTable;

namespace Dnma.Engine.Tests.Reports;

public class ComparisonCsvTests
{
    private static readonly ComparisonTable Table = Compare();

    [Fact]
    public void Rows_Are_Written_As_They_Stand()
    {
        var lines = Text(stream => ComparisonCsv.Write(stream, Table)).Split('\n');
        Assert.Equal(ComparisonCsv.Header, lines[0]);
        Assert.Equal(
            "year-to-date,2024-25,2025-26,national,FR,full,visits,total,200,210,10,0.050000,,,2024-09-02,2024-09-16,2025-09-01,2025-09-15,2,2,10,10,2,2,6,3,3,perimeter-changed",
            lines[1]);
        Assert.Equal(
            "year-to-date,2024-25,2025-26,national,FR,full,visits_per_user_week,total,2.500000,2.333333,-0.166667,-0.066667,,,2024-09-02,2024-09-16,2025-09-01,2025-09-15,2,2,10,10,2,2,6,3,3,perimeter-changed",
            lines[3]);
        Assert.Equal(Table.Count + 2, lines.Length);
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public void Who_Moved_Is_Listed() => Assert.Equal(
        $"{MovedSchoolCsv.Header}\n{Uai(2)},left,18,45,inconnu,2,1,0,50,0\n{Uai(3)},entered,18,45,inconnu,2,0,1,0,60\n",
        Text(stream => MovedSchoolCsv.Write(stream, Table)));

    [Fact]
    public void Data_Frames_Have_The_Columns_Of_Their_Files()
    {
        var frame = Table.ToDataFrame();
        Assert.Equal(ComparisonCsv.Header.Split(','), frame.Columns.Select(column => column.Name));
        Assert.Equal(
            ["year-to-date", "2024-25", "2025-26", "national", "FR", "full", "visits", "total", 200m, 210m, 10m, 0.05m, null!, null!, new DateTime(2024, 9, 2), new DateTime(2024, 9, 16), new DateTime(2025, 9, 1), new DateTime(2025, 9, 15), 2L, 2L, 10L, 10L, 2L, 2L, 6L, 3L, 3L, "perimeter-changed"],
            frame.Rows[0].ToArray());
        Assert.Equal(MovedSchoolCsv.Header.Split(','), Table.Moved.ToDataFrame().Columns.Select(column => column.Name));
        Assert.Equal(2, Table.Moved.ToDataFrame().Rows.Count);
    }

    private static ComparisonTable Compare()
    {
        var rows = new WeeklyRows()
            .Put(WeeklyRows.Monday(2024, 0), Uai(1), 70, 30).Put(WeeklyRows.Monday(2024, 1), Uai(1), 80, 30).Put(WeeklyRows.Monday(2024, 0), Uai(2), 50, 20)
            .Put(WeeklyRows.Monday(2025, 0), Uai(1), 70, 30).Put(WeeklyRows.Monday(2025, 1), Uai(1), 80, 30).Put(WeeklyRows.Monday(2025, 0), Uai(3), 60, 30);
        return AudienceComparison.Run(new(rows.FirstWeeks(2), 2024, 2025) { Rule = PeriodRule.YearToDate, Perimeter = new() { FedPercent = 50 } });
    }

    private static string Text(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
