using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.History;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;
using static Dnma.Engine.Tests.History.PublishedText;

namespace Dnma.Engine.Tests.History;

/// <summary>Published tables as indicators: what is exact stands as such, what is not is marked, what is not known is nowhere.</summary>
public class ToMeasuredTest
{
    private static readonly DateOnly Monday = new(2025, 9, 1);

    [Fact]
    public async Task Figures_stand_where_indicators_have_them()
    {
        var history = await HistoryFolder.ReadAsync(
            new PublishedText(OpenDataSet.Services).Row(Monday, School, Part("notes", 9, 4, "00:00:30")),
            new PublishedText(OpenDataSet.Profiles)
                .Row(Monday.AddDays(7), School, Part("globales", 5, 5, "N/A"))
                .Row(Monday, Other, Part("globales", 8, 2), ("eleve", "N/A;N/A;N/A"))
                .Row(Monday, School, Part("globales", 10, 4, "00:02:00"), Part("eleve", 10, 4, "00:02:00")));
        var measured = history.ToMeasured();
        Assert.Equal(DayRange.Of(Monday, Monday.AddDays(14)), measured.Days);
        Assert.Equal(
            [
                "2025-09-01 0010024W profile eleve 10 4 1200000 10",
                "2025-09-01 0010024W service notes 9 4 270000 9",
                "2025-09-01 0010024W total total 10 4 1200000 10",
                "2025-09-01 0220158C total total 8 2 4800000 8",
                "2025-09-08 0010024W profile admin_vie_scol_tech 0 0 0 0",
                "2025-09-08 0010024W total total 5 5 0 0",
            ],
            measured.Table.Select(row => $"{row.PeriodStart:yyyy-MM-dd} {row.Code} {row.Dimension} {row.Modality} {row.Visits} {row.Users} {row.DurationMs} {row.TimedVisits}"));
        Assert.All(measured.Table, row => Assert.Equal((PeriodKind.Week, TerritoryLevel.Establishment, 0L, 0L, 0L, 0L), (row.Period, row.Level, row.Hits, row.PageViews, row.Bounces, row.FlashVisits)));
        Assert.Equal([new WithheldRow(LocalCalendar.DayOf(Monday), Other, Dimension.Profile, "eleve")], measured.Withheld);
        Assert.Equal(
            (FigureOrigin.Counted, FigureOrigin.Counted, FigureOrigin.Estimated, FigureOrigin.Estimated, FigureOrigin.Unknown, FigureOrigin.Unknown),
            (measured.Origins.Visits, measured.Origins.Users, measured.Origins.DurationMs, measured.Origins.TimedVisits, measured.Origins.Hits, measured.Origins.PageViews));
        Assert.Equal(10, measured.Table.Find(PeriodKind.Week, Monday, TerritoryLevel.Establishment, School, Dimension.Profile, "eleve")?.Visits);
    }

    [Fact]
    public async Task A_part_can_be_asked_for()
    {
        var text = new PublishedText(OpenDataSet.Profiles);
        for (var week = 0; week < 62; week++)
        {
            text.Row(new DateOnly(2025, 6, 2).AddDays(7 * week), School, Part("globales", 100 + week), Part("parent", 1));
        }

        var history = await HistoryFolder.ReadAsync(text);
        var year = history.ToMeasured(HistorySelection.SchoolYear(Monday) with { Dimensions = [Dimension.Total] });
        Assert.Equal(52, year.Table.Count);
        Assert.Equal((new DateOnly(2025, 8, 4), "total", 109L), (year.Table[0].PeriodStart, year.Table[0].Modality, year.Table[0].Visits));
        Assert.Equal(new DateOnly(2026, 7, 27), year.Table[^1].PeriodStart);
        Assert.Equal(0, history.ToMeasured(HistorySelection.SchoolYear(new DateOnly(2020, 1, 1))).Days.Length);
    }

    [Fact]
    public async Task Years_add_visits_up_and_say_what_is_missing()
    {
        var table = (await HistoryFolder.ReadAsync(new PublishedText(OpenDataSet.Profiles)
            .Row(new DateOnly(2025, 7, 28), School, Part("globales", 5))
            .Row(new DateOnly(2025, 8, 4), School, Part("globales", 7), ("eleve", "N/A;N/A;N/A"))
            .Row(new DateOnly(2025, 8, 4), Other, Part("globales", 11))
            .Row(new DateOnly(2025, 8, 11), Other))).Tables[0];
        Assert.Equal([new PublishedYear(new DateOnly(2024, 8, 1), 1, 1, 5, 0), new PublishedYear(new DateOnly(2025, 8, 1), 2, 2, 18, 0)], table.Years(0));
        Assert.Equal([0L, 1L], table.Years(1).Select(year => year.AbsentCells));
    }

    /// <summary>A school whose figures are withheld in the middle of a year is not silent; one whose rows end is.</summary>
    [Theory]
    [InlineData("N/A;N/A;N/A", false)]
    [InlineData("0;0;00:00:00", true)]
    public async Task What_is_withheld_is_no_silence(string cells, bool isSilent)
    {
        var text = new PublishedText(OpenDataSet.Profiles);
        for (var week = 0; week < 30; week++)
        {
            for (var number = 1; number <= 14; number++)
            {
                var visits = new Tests.Analysis.WeeklyTable(30).Usual(40 + (10 * number), week, number);
                var uai = Tests.Analysis.WeeklyTable.Uai(number);
                text.Row(Tests.Analysis.WeeklyTable.Monday(week), uai, number == 3 && week is >= 10 and < 16 ? ("globales", cells) : Part("globales", visits));
            }
        }

        var history = await HistoryFolder.ReadAsync(text);
        var silent = history.Check().Where(finding => finding.Control == SeriesControls.SchoolSilent).Select(finding => finding.Code);
        Assert.Equal(isSilent ? [Tests.Analysis.WeeklyTable.Uai(3)] : [], silent);
    }

    [Fact]
    public async Task Parts_of_which_one_is_withheld_are_not_compared_with_their_total()
    {
        var history = await HistoryFolder.ReadAsync(new PublishedText(OpenDataSet.Profiles)
            .Row(Monday, School, Part("globales", 50), Part("eleve", 40), ("parent", "N/A;N/A;N/A"))
            .Row(Monday, Other, Part("globales", 9)));
        var gap = Assert.Single(history.Check(), finding => finding is { Code: "FR" } && finding.Control == TotalControls.PartsNotTotal);
        Assert.Equal((0.0, 9.0), (gap.Figure, gap.Expected));
    }
}
