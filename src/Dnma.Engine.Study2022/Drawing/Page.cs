using ScottPlot;

namespace Dnma.Engine.Study2022.Drawing;

/// <summary>What all pictures have in common: their letters, and their sharpness.</summary>
internal static class Page
{
    /// <summary>The letters.</summary>
    public const string FontName = "DejaVu Sans";
    private const double Sharpness = 1.5;

    /// <summary>An empty picture with a title.</summary>
    public static Plot Of(string title)
    {
        var plot = new Plot();
        plot.Font.Set(FontName);
        plot.Title(title, 15);
        plot.Axes.Title.FullFigureCenter = true;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        return plot;
    }

    /// <summary>Writes it as PNG: the letters of a drawing would be set in whatever font its reader has.</summary>
    public static void Save(Plot plot, string path, int width, int height)
    {
        plot.ScaleFactor = Sharpness;
        _ = plot.SavePng(path, (int)(width * Sharpness), (int)(height * Sharpness));
    }
}
