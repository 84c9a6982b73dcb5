using Dnma.Engine.Charts.Words;
using Dnma.Engine.Time;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>Lines over time: a lane of holidays for each zone above, grey through the whole height where all zones have holidays.</summary>
internal sealed class TimeDrawing(TimeChart chart) : IDrawing
{
    private const float LaneHeight = 9;
    private const float LaneStep = 13;
    private const float AxisHeight = 24;
    private const float LabelSize = 12;
    private const int MostMarkers = 70;
    private const float Thickness = 2.2f;

    /// <summary>The first line is unbroken.</summary>
    private static readonly float[][] Patterns = [[], [7, 4], [2, 3], [10, 3, 2, 3]];
    private static readonly MarkerShape[] Markers = [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond];
    private readonly ChartWords _words = ChartWords.Of(chart.Language);

    private DateOnly From => chart.Series[0].Points[0].Start;

    private DateOnly To => chart.EndOf(chart.Series[0].Points[^1].Start);

    private IReadOnlyList<decimal> Ticks => Axis.Ticks(0, chart.Series.SelectMany(series => series.Points).Max(point => point.Value.Figure), 5);

    public float HeightAt(float width) => (chart.Zones.Count * LaneStep) + 290 + AxisHeight;

    public Plot? Plot(SKRect room, Sheet sheet)
    {
        var plot = Plots.In(DataOf(room, sheet), sheet);
        foreach (var (from, to) in RestOfAll())
        {
            var rest = plot.Add.Rectangle(from, to, 0, (double)Ticks[^1]);
            (rest.FillColor, rest.LineWidth) = (Plots.Of(Palette.Rest), 0);
        }

        for (var i = chart.Series.Count - 1; i >= 0; i--)
        {
            foreach (var run in RunsOf(chart.Series[i]))
            {
                var line = plot.Add.Scatter(run.Select(MiddleOf).ToArray(), run.Select(point => (double)point.Value.Figure).ToArray(), Plots.Of(ColorOf(i)));
                (line.LineWidth, line.MarkerShape) = (Patterns[i % Patterns.Length].Length == 0 ? Thickness : 0, Markers[i % Markers.Length]);
                line.MarkerSize = chart.Series[i].Points.Count <= MostMarkers || run.Count == 1 ? 6 : 0;
            }
        }

        plot.Axes.SetLimits(From.DayNumber, To.DayNumber, 0, (double)Ticks[^1]);
        plot.Axes.Left.TickGenerator = new NumericManual([.. Ticks.Select(tick => new Tick((double)tick, ""))]);
        plot.Axes.Bottom.TickGenerator = new NumericManual();
        plot.Grid.XAxisStyle.IsVisible = false;
        return plot;
    }

    public void Finish(SKRect room, Sheet sheet, Plot? plot)
    {
        var data = DataOf(room, sheet);
        foreach (var tick in Ticks)
        {
            sheet.Middle(_words.Tick(tick, chart.Unit), data.Left - 8, Plots.At(plot!, From.DayNumber, (double)tick).Y, LabelSize, Palette.Faint, SKTextAlign.Right);
        }

        sheet.Line(data.Left, data.Bottom, data.Right, data.Bottom, Palette.Ink);
        Dates(sheet, plot!, data);
        Lanes(room, sheet, plot!, data);
        foreach (var (start, end) in WithheldPeriods())
        {
            sheet.Stripes(new SKRect(Plots.At(plot!, start, 0).X, data.Top, Plots.At(plot!, end, 0).X, data.Bottom));
        }

        Columns(sheet, plot!, data);
        Broken(sheet, plot!);
        Hollow(sheet, plot!);
        Names(sheet, plot!, data);
    }

    private void Columns(Sheet sheet, Plot plot, SKRect data)
    {
        var table = chart.Table;
        foreach (var (i, point) in chart.Series[0].Points.Index())
        {
            var (left, right) = (Plots.At(plot, point.Start.DayNumber, 0).X, Plots.At(plot, chart.EndOf(point.Start).DayNumber, 0).X);
            sheet.Mark(new Mark(
                new SKRect(left, data.Top, right, data.Bottom),
                [$"{(chart.Period == PeriodKind.Day ? $"{_words.Day(point.Start.DayOfWeek)} " : $"{table.Columns[0]} ")}{table.Rows[i][0]}", .. table.Columns.Skip(1).Zip(table.Rows[i].Skip(1), _words.Pair).Where((_, at) => at < chart.Series.Count || table.Rows[i][at + 1].Length > 0)],
                IsColumn: true));
        }
    }

    private void Dates(Sheet sheet, Plot plot, SKRect data)
    {
        var end = float.MinValue;
        foreach (var (date, text) in DateTicks.Between(From, To, _words))
        {
            var x = Plots.At(plot, date.DayNumber, 0).X;
            sheet.Line(x, data.Bottom, x, data.Bottom + 4, Palette.Ink);
            var width = sheet.Letters.Width(text, LabelSize);
            if (x >= end && x + width <= sheet.Width)
            {
                sheet.Text(text, x, data.Bottom + 18, LabelSize, Palette.Faint);
                end = x + width + 12;
            }
        }
    }

    private void Lanes(SKRect room, Sheet sheet, Plot plot, SKRect data)
    {
        for (var lane = 0; lane < chart.Zones.Count; lane++)
        {
            var y = room.Top + (lane * LaneStep) + (LaneHeight / 2);
            sheet.Middle(sheet.Letters.Fit(ChartWords.Zone(chart.Zones[lane]), data.Left - 8, 10), data.Left - 8, y, 10, Palette.Faint, SKTextAlign.Right);
            sheet.Line(data.Left, y, data.Right, y, Palette.Grid);
            foreach (var band in chart.Holidays.Where(band => band.Zone == chart.Zones[lane]))
            {
                var box = new SKRect(Plots.At(plot, band.FirstDayOff.DayNumber, 0).X, y - (LaneHeight / 2), Plots.At(plot, band.LastDayOff.DayNumber + 1, 0).X, y + (LaneHeight / 2));
                sheet.Box(box, Palette.Lane);
                if (sheet.Letters.Width(band.Name, 8.5f) + 4 <= box.Width)
                {
                    sheet.Middle(band.Name, box.MidX, y, 8.5f, Palette.Ink, SKTextAlign.Center);
                }
            }
        }
    }

    private void Broken(Sheet sheet, Plot plot)
    {
        for (var i = 0; i < chart.Series.Count; i++)
        {
            var pattern = Patterns[i % Patterns.Length];
            foreach (var run in RunsOf(chart.Series[i]).Where(run => pattern.Length > 0 && run.Count > 1))
            {
                sheet.Dashes([.. run.Select(point => Plots.At(plot, MiddleOf(point), (double)point.Value.Figure))], ColorOf(i), Thickness, pattern);
            }
        }
    }

    /// <summary>Points that are not to be laid beside the others are hollow.</summary>
    private void Hollow(Sheet sheet, Plot plot)
    {
        for (var i = 0; i < chart.Series.Count; i++)
        {
            foreach (var point in chart.Series[i].Points.Where(point => point.Value.State == ChartValueState.Partial))
            {
                var at = Plots.At(plot, MiddleOf(point), (double)point.Value.Figure);
                sheet.Dot(at.X, at.Y, 4, SKColors.White, ColorOf(i));
            }
        }
    }

    /// <summary>The lines' names at their ends, apart from one another.</summary>
    private void Names(Sheet sheet, Plot plot, SKRect data)
    {
        if (chart.Series.Count == 1)
        {
            return;
        }

        var bottom = float.MinValue;
        var names = chart.Series.Select((series, i) => (series, i)).Where(one => one.series.Points.Any(point => point.Value.IsKnown))
            .Select(one => (one.series.Name, one.i, At: Plots.At(plot, 0, (double)one.series.Points.Last(point => point.Value.IsKnown).Value.Figure).Y)).OrderBy(one => one.At).ToArray();
        foreach (var (name, i, at) in names)
        {
            var y = Math.Max(at, bottom + 16);
            sheet.Middle(sheet.Letters.Fit(name, sheet.Width - data.Right - 12, LabelSize, isBold: true), data.Right + 8, y, LabelSize, ColorOf(i), isBold: true);
            bottom = y;
        }
    }

    /// <summary>Neighbouring known points, one run after the other.</summary>
    private static List<List<TimePoint>> RunsOf(TimeSeries series)
    {
        var runs = new List<List<TimePoint>>();
        var isOpen = false;
        foreach (var point in series.Points)
        {
            if (point.Value.IsKnown)
            {
                if (!isOpen)
                {
                    runs.Add([]);
                }

                runs[^1].Add(point);
            }

            isOpen = point.Value.IsKnown;
        }

        return runs;
    }

    private IEnumerable<(int From, int To)> WithheldPeriods() =>
        chart.Series[0].Points.Where((_, i) => chart.Series.Any(series => series.Points[i].Value.State == ChartValueState.Withheld)).Select(point => (point.Start.DayNumber, chart.EndOf(point.Start).DayNumber));

    /// <summary>The stretches of days on which every zone shown has holidays.</summary>
    private List<(int From, int To)> RestOfAll()
    {
        var stretches = new List<(int From, int To)>();
        for (var day = From; day < To && chart.Zones.Count > 0; day = day.AddDays(1))
        {
            if (chart.Zones.All(zone => chart.Holidays.Any(band => band.Zone == zone && band.FirstDayOff <= day && band.LastDayOff >= day)))
            {
                if (stretches.Count > 0 && stretches[^1].To == day.DayNumber)
                {
                    stretches[^1] = (stretches[^1].From, day.DayNumber + 1);
                }
                else
                {
                    stretches.Add((day.DayNumber, day.DayNumber + 1));
                }
            }
        }

        return stretches;
    }

    private double MiddleOf(TimePoint point) => (point.Start.DayNumber + chart.EndOf(point.Start).DayNumber) / 2.0;

    private static SKColor ColorOf(int series) => Palette.Lines[series % Palette.Lines.Count];

    private SKRect DataOf(SKRect room, Sheet sheet)
    {
        var ticks = Ticks.Max(tick => sheet.Letters.Width(_words.Tick(tick, chart.Unit), LabelSize));
        var zones = chart.Zones.Select(zone => sheet.Letters.Width(ChartWords.Zone(zone), 10)).DefaultIfEmpty(0).Max();
        var names = chart.Series.Count == 1 ? 0 : chart.Series.Max(series => sheet.Letters.Width(series.Name, LabelSize, isBold: true)) + 12;
        return new SKRect(room.Left + Math.Max(ticks, Math.Min(zones, 110)) + 10, room.Top + (chart.Zones.Count * LaneStep) + 8, room.Right - Math.Min(names, room.Width * 0.28f), room.Bottom - AxisHeight);
    }
}
