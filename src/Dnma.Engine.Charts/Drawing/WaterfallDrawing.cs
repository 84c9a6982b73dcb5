using Dnma.Engine.Charts.Words;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>Bars that begin where the one before ends. Where terms are small beside the totals the axis begins above 0, and that is said and shown.</summary>
internal sealed class WaterfallDrawing(WaterfallChart chart) : IDrawing
{
    private const float LabelSize = 12;
    private const float LineHeight = 15;
    private const int MostLines = 3;

    /// <summary>Below this part of the greatest total, terms would be slivers over an axis from 0.</summary>
    private const decimal Sliver = 0.3m;
    private readonly ChartWords _words = ChartWords.Of(chart.Language);

    public float HeightAt(float width) => 300 + (2 * LineHeight) + 10;

    /// <summary>Where every bar begins and ends.</summary>
    private IReadOnlyList<(decimal From, decimal To)> Spans
    {
        get
        {
            var spans = new List<(decimal From, decimal To)>();
            foreach (var step in chart.Steps)
            {
                var from = step.IsTotal || spans.Count == 0 ? 0 : spans[^1].To;
                spans.Add((from, from + step.Figure));
            }

            return spans;
        }
    }

    private IReadOnlyList<decimal> Ticks
    {
        get
        {
            var levels = Spans.SelectMany(span => new[] { span.From, span.To }).ToArray();
            var moving = Spans.Where((_, i) => !chart.Steps[i].IsTotal).SelectMany(span => new[] { span.From, span.To }).Concat(Spans.Where((_, i) => chart.Steps[i].IsTotal).Select(span => span.To)).ToArray();
            var (least, most) = (moving.Min(), levels.Max());
            var isSliver = least > 0 && most - least < Sliver * most;
            return Axis.Ticks(isSliver ? Math.Max(0, least - ((most - least) * 0.6m)) : Math.Min(0, levels.Min()), most, 5);
        }
    }

    public Plot? Plot(SKRect room, Sheet sheet)
    {
        var (plot, ticks, spans) = (Plots.In(DataOf(room, sheet), sheet), Ticks, Spans);
        for (var i = 0; i < spans.Count; i++)
        {
            var (from, to) = spans[i];
            plot.Add.Bar(new Bar
            {
                Position = i,
                ValueBase = (double)Math.Max(from, ticks[0]),
                Value = (double)to,
                Size = 0.62,
                FillColor = Plots.Of(chart.Steps[i].IsTotal ? Palette.Series[0] : to >= from ? Palette.Changes.Rise : Palette.Changes.Fall),
                LineWidth = 0,
            });
        }

        plot.Axes.SetLimits(-0.5, spans.Count - 0.5, (double)ticks[0], (double)ticks[^1] + ((double)(ticks[^1] - ticks[0]) * 0.06));
        plot.Axes.Left.TickGenerator = new NumericManual([.. ticks.Select(tick => new Tick((double)tick, ""))]);
        plot.Axes.Bottom.TickGenerator = new NumericManual();
        plot.Grid.XAxisStyle.IsVisible = false;
        return plot;
    }

    public void Finish(SKRect room, Sheet sheet, Plot? plot)
    {
        var (data, ticks, spans) = (DataOf(room, sheet), Ticks, Spans);
        foreach (var tick in ticks)
        {
            sheet.Middle(_words.Tick(tick, chart.Unit), data.Left - 8, Plots.At(plot!, 0, (double)tick).Y, LabelSize, Palette.Faint, SKTextAlign.Right);
        }

        for (var i = 0; i < spans.Count; i++)
        {
            var step = chart.Steps[i];
            var (from, to) = (Plots.At(plot!, i, (double)Math.Max(spans[i].From, ticks[0])), Plots.At(plot!, i, (double)spans[i].To));
            var text = step.IsTotal ? _words.Count(step.Figure) : _words.Change(step.Figure);
            sheet.Mark(new Mark(new SKRect(Plots.At(plot!, i - 0.45, 0).X, data.Top, Plots.At(plot!, i + 0.45, 0).X, data.Bottom), [step.Name, _words.Pair(chart.ValueName, text)]));
            var isFall = spans[i].To < spans[i].From;
            sheet.Plate(text, to.X, isFall ? Math.Max(from.Y, to.Y) + 15 : Math.Min(from.Y, to.Y) - 6, LabelSize, Palette.Ink, SKTextAlign.Center, isBold: true);
            Name(sheet, step.Name, to.X, data);
            if (i + 1 < spans.Count)
            {
                var half = Plots.At(plot!, 0.31, 0).X - Plots.At(plot!, 0, 0).X;
                sheet.Dashes([new SKPoint(to.X + half, to.Y), new SKPoint(Plots.At(plot!, i + 1, 0).X - half, to.Y)], Palette.Faint, 1, [3, 3]);
            }

            if (step.IsTotal && ticks[0] > 0)
            {
                Break(sheet, to.X, data.Bottom - 14);
            }
        }

        var ground = Plots.At(plot!, 0, (double)Math.Max(0, ticks[0])).Y;
        sheet.Line(data.Left, ground, data.Right, ground, Palette.Ink);
        if (ticks[0] > 0)
        {
            sheet.Text(_words.Say("L’axe ne commence pas à 0.", "The axis does not begin at 0."), data.Left, data.Top - 4, 11, Palette.Faint);
        }
    }

    /// <summary>A white slash through a bar that is cut off below.</summary>
    private static void Break(Sheet sheet, float x, float y)
    {
        sheet.Line(x - 45, y + 6, x + 45, y - 6, SKColors.White, 4);
        sheet.Line(x - 45, y + 13, x + 45, y + 1, SKColors.White, 4);
    }

    private void Name(Sheet sheet, string name, float x, SKRect data)
    {
        var y = data.Bottom + 16;
        foreach (var line in sheet.Letters.Lines(name, (data.Width / chart.Steps.Count) - 6, LabelSize).Take(MostLines))
        {
            sheet.Text(line, x, y, LabelSize, Palette.Ink, SKTextAlign.Center);
            y += LineHeight;
        }
    }

    private SKRect DataOf(SKRect room, Sheet sheet)
    {
        var left = room.Left + Ticks.Max(tick => sheet.Letters.Width(_words.Tick(tick, chart.Unit), LabelSize)) + 10;
        var lines = chart.Steps.Max(step => Math.Min(MostLines, sheet.Letters.Lines(step.Name, ((room.Right - left) / chart.Steps.Count) - 6, LabelSize).Count));
        return new SKRect(left, room.Top + 12, room.Right, room.Bottom - (lines * LineHeight) - 10);
    }
}
