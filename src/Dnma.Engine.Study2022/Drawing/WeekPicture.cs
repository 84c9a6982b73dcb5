using Dnma.Engine.Reports.Dashboard;
using Dnma.Engine.Study2022.Results;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Dnma.Engine.Study2022.Drawing;

/// <summary>Both autumns, week by week since the pupils' first day.</summary>
internal static class WeekPicture
{
    /// <summary>Writes the picture.</summary>
    public static void Save(StudyResults results, string path)
    {
        var plot = Page.Of("Visites par semaine d’école depuis le premier jour des élèves, second degré");
        AddLine(plot, "2021", Palette.Light, LinePattern.Dashed, MarkerShape.OpenCircle, [.. results.Weeks.Select(week => (double)week.Visits2021)]);
        AddLine(plot, "2022", Palette.Dark, LinePattern.Solid, MarkerShape.FilledCircle, [.. results.Weeks.Select(week => (double)week.Visits2022)]);
        Tell(plot, $"première semaine : {FrenchText.Signed(results.FirstWeek.Visits)}", 1.3, (results.Weeks[0].Visits2021 + results.Weeks[0].Visits2022) / 2.0);
        Tell(plot, $"pic de rentrée : {FrenchText.Signed(results.PeakWeeks.Visits)}", results.PeakRank2022 + 0.3, (double)results.PeakWeeks.Visits.After);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. results.Weeks.Select(week => new Tick(week.Rank, FrenchFormat.Count(week.Rank)))]);
        plot.Axes.Bottom.Label.Text = "rang de la semaine d’école";
        plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = value => FrenchFormat.Count((long)value) };
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.SetLimits(0.5, results.Weeks.Count + 0.5, 0, results.Weeks.Max(week => week.Visits2022) * 1.1);
        _ = plot.ShowLegend(Alignment.LowerRight);
        Page.Save(plot, path, 900, 420);
    }

    private static void AddLine(Plot plot, string name, Color color, LinePattern pattern, MarkerShape marker, double[] values)
    {
        var line = plot.Add.Scatter([.. Enumerable.Range(1, values.Length).Select(rank => (double)rank)], values, color);
        (line.LegendText, line.LineWidth, line.LinePattern, line.MarkerShape, line.MarkerSize) = (name, 2, pattern, marker, 8);
    }

    private static void Tell(Plot plot, string what, double x, double y)
    {
        var text = plot.Add.Text(what, x, y);
        (text.LabelFontSize, text.LabelAlignment, text.LabelFontName) = (13, Alignment.MiddleLeft, Page.FontName);
    }
}
