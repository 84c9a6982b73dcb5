using Dnma.Engine.Indicators;
using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Reports.Dashboard;

/// <summary>What of a page is still gathered after it was cancelled: rows are looked at by the ten thousands, not to their end.</summary>
public class DashboardCancellationTest
{
    private const int Rows = 300_000;

    [Fact]
    public void Rows_are_looked_at_no_further_than_the_stretch_under_way()
    {
        using var stop = new CancellationTokenSource();
        var looked = 0;
        _ = Assert.Throws<OperationCanceledException>(() => PageVocabulary.Of(Columns(), (_, _) =>
        {
            if (++looked == 70_000)
            {
                stop.Cancel();
            }

            return true;
        }, stop.Token));
        Assert.Equal(131_072, looked);
    }

    [Fact]
    public void A_group_of_rows_is_encoded_no_further_than_the_column_under_way()
    {
        using var stop = new CancellationTokenSource();
        var (periods, modalities) = (0, 0);
        _ = Assert.Throws<OperationCanceledException>(() => RowBytes.Of(
            Columns(),
            [.. Enumerable.Range(0, 1000)],
            _ => periods++,
            row =>
            {
                stop.Cancel();
                return row;
            },
            _ => modalities++,
            stop.Token));
        Assert.Equal(2000, periods);
        Assert.Equal(0, modalities);
    }

    [Fact]
    public void Compressing_stops_between_its_blocks()
    {
        using var stop = new CancellationTokenSource();
        var chunks = new PageChunks(stop.Token);
        _ = chunks.Add(new byte[20_000]);
        stop.Cancel();
        _ = Assert.Throws<OperationCanceledException>(() => chunks.Add(new byte[20_001]));
        _ = Assert.Single(chunks.Texts);
    }

    [Fact]
    public void The_page_of_a_cancelled_publication_is_not_gathered() => Assert.Throws<OperationCanceledException>(
        () => DashboardData.From(DemoMeasurement.Table(), DemoMeasurement.Context, DashboardData.MostRows, new CancellationToken(canceled: true)));

    private static IndicatorColumns Columns() => new()
    {
        Period = new PeriodKind[Rows],
        PeriodStart = new int[Rows],
        Level = new TerritoryLevel[Rows],
        Code = Filled("FR"),
        Dimension = Filled(Dimension.Total),
        Modality = Filled("total"),
        Visits = new long[Rows],
        Users = new long[Rows],
        PageViews = new long[Rows],
        Hits = new long[Rows],
        DurationMs = new long[Rows],
        TimedVisits = new long[Rows],
        Bounces = new long[Rows],
        FlashVisits = new long[Rows],
    };

    private static T[] Filled<T>(T value)
    {
        var values = new T[Rows];
        Array.Fill(values, value);
        return values;
    }
}
