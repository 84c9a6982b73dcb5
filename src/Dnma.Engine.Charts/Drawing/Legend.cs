using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>Colours and their names in a line, in the order of the bars.</summary>
internal static class Legend
{
    private const float Size = 12;
    private const float Swatch = 12;

    public static void Draw(Sheet sheet, float x, float y, IReadOnlyList<(string Name, SKColor Color)> entries)
    {
        var room = (sheet.Width - x - Frame.Margin) / entries.Count;
        foreach (var (name, color) in entries)
        {
            sheet.Box(new SKRect(x, y - (Swatch / 2), x + Swatch, y + (Swatch / 2)), color);
            var shown = sheet.Letters.Fit(name, Math.Max(room - Swatch - 24, 20), Size);
            sheet.Middle(shown, x + Swatch + 6, y, Size, Palette.Ink);
            x += Swatch + 6 + sheet.Letters.Width(shown, Size) + 22;
        }
    }
}
