using Dnma.Engine.Charts.Words;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>Horizontal bars: each says its figure, withheld ones are striped.</summary>
internal sealed class BarDrawing(BarChart chart) : IDrawing
{
    private const float LabelSize = 13;
    private const float ValueSize = 12;
    private const float LegendHeight = 26;
    private const float AxisHeight = 22;
    private readonly ChartWords _words = ChartWords.Of(chart.Language);

    private bool HasLegend => chart.Series.Count > 1;

    private int Lanes => chart.IsStacked ? 1 : chart.Series.Count;

    public float HeightAt(float width) => (HasLegend ? LegendHeight : 0) + AxisHeight + (chart.Categories.Count * (Lanes == 1 ? 27 : 10 + (Lanes * 17)));

    public Plot? Plot(SKRect room, Sheet sheet)
    {
        var plot = Plots.In(DataOf(room, sheet), sheet);
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var from = 0m;
            for (var series = 0; series < chart.Series.Count; series++)
            {
                var value = chart.Series[series].Values[i];
                var start = chart.IsStacked ? from : 0;
                if (value.IsKnown && value.Figure > 0)
                {
                    Add(plot, i, series, start, value.Figure);
                    from += value.Figure;
                }
            }
        }

        var most = MostOf(sheet, room);
        plot.Axes.SetLimits(0, (double)most, 0.5 - chart.Categories.Count, 0.5);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. TicksTo(most).Select(tick => new Tick((double)tick, ""))]);
        plot.Axes.Left.TickGenerator = new NumericManual();
        plot.Grid.YAxisStyle.IsVisible = false;
        return plot;
    }

    public void Finish(SKRect room, Sheet sheet, Plot? plot)
    {
        var data = DataOf(room, sheet);
        if (HasLegend)
        {
            Legend.Draw(sheet, room.Left, room.Top + 8, [.. chart.Series.Select((series, i) => (series.Name, Palette.OfSeries(i)))]);
        }

        foreach (var tick in TicksTo(MostOf(sheet, room)))
        {
            sheet.Text(_words.Tick(tick, chart.Unit), Plots.At(plot!, (double)tick, 0).X, data.Bottom + 16, 11, Palette.Faint, SKTextAlign.Center);
        }

        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var name = sheet.Letters.Fit(chart.Categories[i], data.Left - room.Left - 8, LabelSize);
            sheet.Middle(name, data.Left - 8, Plots.At(plot!, 0, -i).Y, LabelSize, Palette.Ink, SKTextAlign.Right);
            Figures(sheet, plot!, i);
        }

        sheet.Line(data.Left, data.Top, data.Left, data.Bottom, Palette.Ink);
    }

    private void Figures(Sheet sheet, Plot plot, int category)
    {
        var from = 0m;
        for (var series = 0; series < chart.Series.Count; series++)
        {
            var value = chart.Series[series].Values[category];
            var (center, size) = LaneOf(category, series);
            var text = _words.Figure(value, chart.Unit);
            Mark(sheet, plot, category, series, from, text);
            if (!value.IsKnown)
            {
                if (!chart.IsStacked || series == 0)
                {
                    NotKnown(sheet, plot, value, center, size, text);
                }
            }
            else if (!chart.IsStacked)
            {
                var end = Plots.At(plot, (double)value.Figure, center);
                sheet.Plate(text, end.X + 6, end.Y + (ValueSize * 0.36f), ValueSize, Palette.Ink);
            }
            else
            {
                Segment(sheet, plot, (from, from + value.Figure), center, series, _words.Figure(Math.Round(value.Figure, MidpointRounding.AwayFromZero), ChartUnit.Count) + _words.Say("\u202F%", "%"));
                from += value.Figure;
            }
        }
    }

    /// <summary>Of stacked bars the segment, of others all of its line.</summary>
    private void Mark(Sheet sheet, Plot plot, int category, int series, decimal from, string text)
    {
        var ((center, size), value) = (LaneOf(category, series), chart.Series[series].Values[category]);
        var (start, end) = (Plots.At(plot, (double)from, center + (size / 2)), Plots.At(plot, (double)(from + value.Figure), center - (size / 2)));
        var right = !chart.IsStacked || !value.IsKnown ? sheet.Width - Frame.Margin : end.X;
        if (right - start.X >= 1)
        {
            sheet.Mark(new Mark(new SKRect(start.X, start.Y, right, end.Y), [chart.Categories[category], _words.Pair(HasLegend ? chart.Series[series].Name : chart.ValueName, text)], HasLegend ? series : -1));
        }
    }

    /// <summary>The figure within a segment, where it has room; and a white line that parts it from the one before.</summary>
    private static void Segment(Sheet sheet, Plot plot, (decimal From, decimal To) span, double center, int series, string text)
    {
        var (left, right) = (Plots.At(plot, (double)span.From, center), Plots.At(plot, (double)span.To, center));
        if (span.From > 0 && right.X - left.X > 3)
        {
            var half = Math.Abs(Plots.At(plot, 0, center + 0.36).Y - left.Y);
            sheet.Line(left.X, left.Y - half, left.X, left.Y + half, SKColors.White, 1.5f);
        }

        if (sheet.Letters.Width(text, ValueSize) + 8 <= right.X - left.X)
        {
            sheet.Middle(text, (left.X + right.X) / 2, left.Y, ValueSize, Palette.InkOn(Palette.OfSeries(series)), SKTextAlign.Center);
        }
    }

    private static void NotKnown(Sheet sheet, Plot plot, ChartValue value, double center, double size, string text)
    {
        var start = Plots.At(plot, 0, center + (size / 2));
        var end = Plots.At(plot, 0, center - (size / 2));
        var width = value.State == ChartValueState.Withheld ? 48f : 0f;
        if (width > 0)
        {
            var box = new SKRect(start.X, start.Y, start.X + width, end.Y);
            sheet.Stripes(box);
            sheet.Border(box, Palette.Stripe);
        }

        sheet.Middle(text, start.X + width + 6, (start.Y + end.Y) / 2, ValueSize, Palette.Faint);
    }

    private void Add(Plot plot, int category, int series, decimal from, decimal figure)
    {
        var (center, size) = LaneOf(category, series);
        var bars = plot.Add.Bar(new Bar
        {
            Position = center,
            ValueBase = (double)from,
            Value = (double)(from + figure),
            Size = size,
            FillColor = Plots.Of(Palette.OfSeries(series)),
            LineWidth = 0,
            Orientation = Orientation.Horizontal,
        });
        bars.Horizontal = true;
    }

    /// <summary>Where the bar of a series lies: middle and thickness, in categories.</summary>
    private (double Center, double Size) LaneOf(int category, int series)
    {
        if (Lanes == 1)
        {
            return (-category, 0.72);
        }

        var lane = 0.78 / Lanes;
        return (-category + 0.39 - (lane * (series + 0.5)), lane * 0.94);
    }

    private SKRect DataOf(SKRect room, Sheet sheet)
    {
        var longest = chart.Categories.Select(name => sheet.Letters.Width(name, LabelSize)).DefaultIfEmpty(0).Max();
        var left = room.Left + Math.Min(longest + 12, room.Width * 0.42f);
        return new SKRect(left, room.Top + (HasLegend ? LegendHeight : 0), room.Right, room.Bottom - AxisHeight);
    }

    /// <summary>Where the axis ends: at 100 % for parts of a whole, else with room for the figures at the ends of the bars.</summary>
    private decimal MostOf(Sheet sheet, SKRect room)
    {
        if (chart.IsStacked)
        {
            return 100;
        }

        var longest = chart.Series.SelectMany(series => series.Values).Select(value => sheet.Letters.Width(_words.Figure(value, chart.Unit), ValueSize)).DefaultIfEmpty(0).Max() + 12;
        var width = Math.Max(DataOf(room, sheet).Width, longest + 1);
        return Math.Max(Greatest, 0.0001m) * (decimal)(width / (width - longest));
    }

    private decimal Greatest => chart.Series.SelectMany(series => series.Values).Select(value => value.Figure).DefaultIfEmpty(0).Max();

    private IEnumerable<decimal> TicksTo(decimal most) => Axis.Ticks(0, Math.Max(Greatest, 0.0001m), 5).Where(tick => tick <= most);
}
