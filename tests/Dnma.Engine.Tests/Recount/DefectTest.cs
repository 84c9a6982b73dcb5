using System.Text;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Recount;

/// <summary>A figure that is wrong, a row too few and a row too many are found, and named by their keys.</summary>
public class DefectTest
{
    private const string Csv =
        """
        instant,visitor,uai,service,kind,page
        2022-09-05T08:00:00Z,a,0010024W,notes,page,1
        2022-09-05T08:00:10Z,a,0010024W,notes,click,2
        2022-09-05T08:01:00Z,b,0220158C,absences,page,1
        2022-09-06T08:00:00Z,a,0010024W,notes,page,1

        """;

    [Fact]
    public async Task What_is_right_agrees() => Assert.Equal((true, 0), await Recount((_, _) => { }) is var outcome ? (outcome.Agrees, outcome.Differences.Count) : default);

    [Theory]
    [InlineData("visits")]
    [InlineData("users")]
    [InlineData("page_views")]
    [InlineData("hits")]
    [InlineData("duration_ms")]
    [InlineData("timed_visits")]
    [InlineData("bounces")]
    [InlineData("flash_visits")]
    public async Task A_wrong_figure_is_named(string column)
    {
        var right = 0L;
        var outcome = await Recount((table, _) =>
        {
            var figures = ColumnOf(table.Columns, column);
            var row = RowOf(table, "week,2022-09-05,academy,10,service,notes");
            right = figures[row]++;
        });
        Assert.Equal(new RecountDifference("week,2022-09-05,academy,10,service,notes", column, right + 1, right), Assert.Single(outcome.Differences));
        Assert.Equal((false, 1), (outcome.Agrees, outcome.Differing));
        var check = Assert.Single(RecountCheck.Of(outcome));
        Assert.False(check.Holds);
        Assert.Equal((outcome.Cells, outcome.Cells - 1), (check.Expected, check.Actual));
        Assert.Contains("week,2022-09-05,academy,10,service,notes", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_row_is_named()
    {
        var outcome = await Recount((table, _) => { }, table =>
            new IndicatorTable(table.Columns.Take([.. Enumerable.Range(0, table.Count).Where(row => row != RowOf(table, "all,2022-09-05,national,FR,service,absences"))])));
        Assert.All(outcome.Differences, difference => Assert.Equal(("all,2022-09-05,national,FR,service,absences", 0), (difference.Cell, difference.Counted)));
        Assert.Equal(["bounces", "flash_visits", "hits", "page_views", "users", "visits"], outcome.Differences.Select(difference => difference.Column));
    }

    [Fact]
    public async Task A_row_too_many_is_named()
    {
        var outcome = await Recount((table, _) => table.Columns.Modality[RowOf(table, "all,2022-09-05,national,FR,service,notes")] = "notez");
        Assert.Equal(["all,2022-09-05,national,FR,service,notes", "all,2022-09-05,national,FR,service,notez"], outcome.Differences.Select(difference => difference.Cell).Distinct());
        Assert.All(outcome.Differences, difference => Assert.True(difference.Cell.EndsWith('z') ? difference.Recounted == 0 : difference.Counted == 0));
    }

    [Fact]
    public async Task A_day_without_visits_that_is_not_zero_is_named()
    {
        var outcome = await Recount((table, _) => table.Columns.Visits[RowOf(table, "day,2022-09-07,national,FR,total,total")] = 1);
        Assert.Equal([new RecountDifference("day,2022-09-07,national,FR,total,total", "visits", 1, 0)], outcome.Differences);
    }

    [Fact]
    public async Task A_wrong_event_is_named()
    {
        var outcome = await Recount((_, events) => events.Columns.Users[0]++);
        Assert.Equal([new RecountDifference("events all,2022-09-05,academy,10,click,2", "users", 2, 1)], outcome.Differences);
    }

    [Fact]
    public async Task The_first_twenty_of_many_are_listed_in_order()
    {
        var outcome = await Recount((table, _) =>
        {
            for (var row = 0; row < table.Count; row++)
            {
                table.Columns.Hits[row]++;
            }
        });
        Assert.Equal(20, outcome.Differences.Count);
        Assert.True(outcome.Differing > 20);
        Assert.Equal(outcome.Differences.OrderBy(difference => difference.Cell, StringComparer.Ordinal), outcome.Differences);
        Assert.StartsWith("all,2022-09-05,academy,10,", outcome.Differences[0].Cell, StringComparison.Ordinal);
    }

    /// <summary>Recounts the log beside tables that were changed behind the engine's back.</summary>
    private static async Task<RecountOutcome> Recount(Action<IndicatorTable, EventTable> spoil, Func<IndicatorTable, IndicatorTable>? replace = null)
    {
        var options = new EngineOptions { Recount = RecountScope.Full, Threads = 1, PartitionBits = 1 };
        var definition = MeasurementDefinition.Of(Norm.Dnma).Over(new DateOnly(2022, 9, 5), new DateOnly(2022, 9, 8));
        using var recount = RecountStage.Of(options, definition)!;
        using var slabs = new SlabStore();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Csv));
        var counted = await new LogCounting(options, definition, slabs, [1], recount).RunAsync(HitLog.Stream("hits.csv", stream), null, TestContext.Current.CancellationToken);
        var range = definition.Range!.Value;
        var order = new TableOrder(counted.Territories, range.Start);
        var table = new IndicatorTableBuilder(counted.Rows.Indicators, order, counted.Dictionaries, []).Build(range);
        var events = EventTableBuilder.Build(counted.Rows.Events, order, counted.Dictionaries.Labels, definition.Periods, definition.Levels);
        spoil(table, events);
        return recount.Run(counted, replace is null ? table : replace(table), events, range, TestContext.Current.CancellationToken);
    }

    private static int RowOf(IndicatorTable table, string key)
    {
        var row = Enumerable.Range(0, table.Count).Single(row =>
            table[row] is var found && $"{found.Period.Code()},{found.PeriodStart:yyyy-MM-dd},{found.Level.Code()},{found.Code},{found.Dimension.Code},{found.Modality}" == key);
        return row;
    }

    private static long[] ColumnOf(IndicatorColumns columns, string name) => name switch
    {
        "visits" => columns.Visits,
        "users" => columns.Users,
        "page_views" => columns.PageViews,
        "hits" => columns.Hits,
        "duration_ms" => columns.DurationMs,
        "timed_visits" => columns.TimedVisits,
        "bounces" => columns.Bounces,
        _ => columns.FlashVisits,
    };
}
