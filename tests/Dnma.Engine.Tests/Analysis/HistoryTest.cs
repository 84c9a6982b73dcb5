using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.Analysis.WeeklyTable;

namespace Dnma.Engine.Tests.Analysis;

/// <summary>Series from measurements of the past and the present one; weeks that were measured in part only.</summary>
public class HistoryTest
{
    private const int Weeks = 24;
    private static readonly string Silent = Uai(99);

    private static WeeklyTable Year()
    {
        var table = new WeeklyTable(Weeks).Schools(20);
        return table.School(Silent, week => week < Weeks - 1 ? table.Usual(200, week, 7) : 0);
    }

    [Fact]
    public void A_week_alone_tells_nothing() => Assert.Empty(Series(new ControlRequest(Cut(Weeks - 1, Weeks))));

    [Fact]
    public void A_week_is_compared_with_the_measurements_before_it()
    {
        MeasuredTable[] history = [.. Enumerable.Range(0, Weeks - 1).Select(week => Cut(week, week + 1))];
        var expected = Assert.Single(Series(new ControlRequest(Cut(Weeks - 1, Weeks)) { History = history }));
        Assert.Equal(("school-silent", Silent, Monday(Weeks - 1)), (expected.Control.Id, expected.Code, expected.PeriodStart!.Value));

        // The order of the history does not show, nor how it is cut.
        Assert.Equal(expected, Assert.Single(Series(new ControlRequest(Cut(Weeks - 1, Weeks)) { History = [.. history.Reverse()] })));
        Assert.Equal(expected, Assert.Single(Series(new ControlRequest(Cut(Weeks - 1, Weeks)) { History = [Cut(0, 10), Cut(10, Weeks - 1)] })));
        Assert.Equal(expected, Assert.Single(Series(new ControlRequest(Cut(0, Weeks)))));
    }

    [Fact]
    public void What_history_alone_shows_is_not_said_again()
    {
        var table = new WeeklyTable(Weeks).Schools(20);
        table.School(Silent, week => week == 10 ? 0 : table.Usual(200, week, 7));
        var all = table.Build();
        Assert.Single(Series(new ControlRequest(Of(all, 0, Weeks))));
        Assert.Empty(Series(new ControlRequest(Of(all, Weeks - 2, Weeks)) { History = [Of(all, 0, Weeks - 2)] }));
    }

    [Fact]
    public void The_own_table_tells_of_a_week_that_both_hold()
    {
        var other = new WeeklyTable(Weeks).Schools(20);
        other.School(Silent, week => other.Usual(200, week, 7));
        Assert.Single(Series(new ControlRequest(Cut(Weeks - 1, Weeks)) { History = [other.Measured()] }));
        Assert.Empty(Series(new ControlRequest(Of(other.Build(), Weeks - 1, Weeks)) { History = [Year().Measured()] }));
    }

    [Fact]
    public void A_week_that_was_measured_in_part_is_not_compared()
    {
        // Everything falls to a fifth in the last week, since it was measured on one day only.
        var table = new WeeklyTable(Weeks);
        for (var number = 1; number <= 20; number++)
        {
            var (seed, isSlow) = (number, number == 3);
            table.School(Uai(number), week => table.Usual(100, week, seed) / (week == Weeks - 1 && isSlow ? 5 : 1));
        }

        var start = LocalCalendar.DayOf(FirstMonday);
        Assert.Single(Series(new ControlRequest(table.Measured())));
        Assert.Empty(Series(new ControlRequest(new MeasuredTable(table.Build(), new DayRange(start, LocalCalendar.DayOf(Monday(Weeks)) - 6)))));
    }

    private static MeasuredTable Cut(int from, int to) => Of(Year().Build(), from, to);

    private static MeasuredTable Of(IndicatorTable table, int from, int to) =>
        new(Indicators.TableOfRows.Of([.. table.Where(row => row.PeriodStart >= Monday(from) && row.PeriodStart < Monday(to))]), DayRange.Of(Monday(from), Monday(to)));
}
