using Dnma.Engine.Charts.Words;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>From light to dark, with the figures at both ends.</summary>
internal static class RampLegend
{
    private const int Steps = 24;

    public static void Draw(Sheet sheet, SKRect box, string name, decimal most, ChartUnit unit, ChartWords words)
    {
        sheet.Text(name, box.Left, box.Top - 6, 11, Palette.Ink);
        var width = box.Width / Steps;
        for (var i = 0; i < Steps; i++)
        {
            sheet.Box(new SKRect(box.Left + (i * width), box.Top, box.Left + ((i + 1) * width) + (i < Steps - 1 ? 0.5f : 0), box.Bottom), Palette.Ramp(i / (Steps - 1.0)));
        }

        sheet.Border(box, Palette.Grid);
        sheet.Text(words.Tick(0, unit), box.Left, box.Bottom + 14, 11, Palette.Faint);
        sheet.Text(words.Tick(most, unit), box.Right, box.Bottom + 14, 11, Palette.Faint, SKTextAlign.Right);
    }
}
