using System.Text;
using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Analysis.Deployment;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Reports;

/// <summary>Tables whose CSV, data frame and SQL are the same columns.</summary>
public class TableCsvTests
{
    private static readonly DateOnly Monday = new(2022, 9, 5);

    [Fact]
    public void Headers_name_the_columns_of_frames()
    {
        Assert.Equal(CoverageCsv.Header.Split(','), Array.Empty<CoverageRow>().ToDataFrame().Columns.Select(column => column.Name));
        Assert.Equal(DeploymentCsv.Header.Split(','), Array.Empty<DeploymentRow>().ToDataFrame().Columns.Select(column => column.Name));
        Assert.Equal(AdoptionCsv.Header.Split(','), Array.Empty<AdoptionRow>().ToDataFrame().Columns.Select(column => column.Name));
    }

    /// <summary>2 ÷ 3 is rounded half-up; nothing is divided by 0; a label with a comma is quoted.</summary>
    [Fact]
    public void Rows_are_written_as_they_are()
    {
        AdoptionRow[] rows =
        [
            new(PeriodKind.Week, Monday, TerritoryLevel.Platform, "A, B", "eleve", 1, 3, 2, new Ratio(1, 8)),
            new(PeriodKind.All, Monday, TerritoryLevel.National, "FR", "total", 0, 0, 0, default),
        ];
        using var stream = new MemoryStream();
        AdoptionCsv.Write(stream, rows);
        Assert.Equal(
            AdoptionCsv.Header + "\nweek,2022-09-05,platform,\"A, B\",eleve,1,3,2,0.666667,1,8,0.125000\nall,2022-09-05,national,FR,total,0,0,0,,0,0,\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void What_is_not_known_is_empty()
    {
        using var stream = new MemoryStream();
        CoverageCsv.Write(stream, [new CoverageRow(PeriodKind.Week, Monday, TerritoryLevel.Academy, "31", CoverageState.Complete, 7, 1, null, null, null, null, 1, null, null, 4, 0, 3, 4, 1)]);
        Assert.Equal(
            CoverageCsv.Header + "\nweek,2022-09-05,academy,31,complete,7,1,,,,,1,,,,4,0,0.000000,3,0.750000,4,1,0.250000\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }
}
