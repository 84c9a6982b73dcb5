using ScottPlot;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>What all plots of ScottPlot have in common here: a white sheet, light lines, letters by the sheet.</summary>
internal static class Plots
{
    public const float TickSize = 12;

    /// <summary>A plot of the whole sheet whose data lie in a box.</summary>
    public static Plot In(SKRect data, Sheet sheet)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Axes.Frameless();
        plot.Layout.Fixed(new PixelPadding(data.Left, sheet.Width - data.Right, sheet.Height - data.Bottom, data.Top));
        plot.Grid.MajorLineColor = Of(Palette.Grid);
        plot.Grid.MinorLineWidth = 0;
        return plot;
    }

    public static Color Of(SKColor color) => new(color.Red, color.Green, color.Blue, color.Alpha);

    /// <summary>Where coordinates are on the sheet.</summary>
    public static SKPoint At(Plot plot, double x, double y)
    {
        var pixel = plot.GetPixel(new Coordinates(x, y));
        return new SKPoint(pixel.X, pixel.Y);
    }
}
