using Dnma.Engine.Charts.Words;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>Days by hours, the more the darker; a figure stands in its cell where it has room.</summary>
internal sealed class HourDrawing(SchoolDayChart chart) : IDrawing
{
    private const float RowHeight = 30;
    private const float HeadHeight = 20;
    private const float LegendHeight = 52;
    private const float LabelSize = 12;
    private readonly ChartWords _words = ChartWords.Of(chart.Language);

    public float HeightAt(float width) => HeadHeight + (7 * RowHeight) + LegendHeight;

    public ScottPlot.Plot? Plot(SKRect room, Sheet sheet) => null;

    public void Finish(SKRect room, Sheet sheet, ScottPlot.Plot? plot)
    {
        var hours = chart.LastHour - chart.FirstHour + 1;
        var left = room.Left + chart.Hours.Max(hour => sheet.Letters.Width(_words.Day(hour.Day), LabelSize)) + 10;
        var (width, height) = ((room.Right - left) / hours, (room.Height - HeadHeight - LegendHeight) / 7);
        var most = Math.Max(1, chart.Hours.Max(hour => hour.Value.Figure));
        for (var hour = 0; hour < hours; hour++)
        {
            sheet.Text(_words.Hour(chart.FirstHour + hour), left + (width * (hour + 0.5f)), room.Top + 12, 11, Palette.Faint, SKTextAlign.Center);
        }

        foreach (var (i, cell) in chart.Hours.Index())
        {
            var (row, column) = (i / hours, i % hours);
            if (column == 0)
            {
                sheet.Middle(_words.Day(cell.Day), left - 8, room.Top + HeadHeight + (height * (row + 0.5f)), LabelSize, Palette.Ink, SKTextAlign.Right);
            }

            var name = $"{_words.Day(cell.Day)} {_words.Hour(cell.Hour)}";
            var box = new SKRect(left + (width * column) + 1, room.Top + HeadHeight + (height * row) + 1, left + (width * (column + 1)) - 1, room.Top + HeadHeight + (height * (row + 1)) - 1);
            sheet.Mark(new Mark(box, [name, _words.Pair(chart.ValueName, _words.Figure(cell.Value, chart.Unit))]));
            Cell(sheet, box, cell.Value, most);
        }

        RampLegend.Draw(sheet, new SKRect(left, room.Bottom - 24, left + 180, room.Bottom - 14), chart.ValueName, most, chart.Unit, _words);
    }

    private void Cell(Sheet sheet, SKRect box, ChartValue value, decimal most)
    {
        if (value.State == ChartValueState.Withheld)
        {
            sheet.Stripes(box);
        }
        else if (value.IsKnown)
        {
            var color = Palette.Ramp((double)(value.Figure / most));
            sheet.Box(box, color);
            var text = _words.Short(value.Figure);
            if (sheet.Letters.Width(text, 10.5f) + 4 <= box.Width)
            {
                sheet.Middle(text, box.MidX, box.MidY, 10.5f, Palette.InkOn(color), SKTextAlign.Center);
            }
        }

        sheet.Border(box, Palette.Grid);
    }
}
