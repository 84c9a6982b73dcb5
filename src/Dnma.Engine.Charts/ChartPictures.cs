using Dnma.Engine.Charts.Drawing;
using Dnma.Engine.Charts.Pages;
using Dnma.Engine.Charts.VegaLite;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Charts;

/// <summary>
/// Charts as pictures, pages and specifications. The same chart gives the same bytes on one machine: no clock, no randomness, no culture; another machine may have
/// other letters. Thread safe.
/// </summary>
public static class ChartPictures
{
    /// <summary>The media type of <see cref="ToVegaLite"/>, by which pages know what to draw.</summary>
    public const string VegaLiteMediaType = "application/vnd.vegalite.v5+json";

    private const int LeastWidth = 320;
    private const int MostWidth = 4000;
    private const int LeastHeight = 200;
    private const int MostHeight = 8000;
    private const double MostScale = 8;

    /// <summary>The chart as a PNG file.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="size">How large; <see cref="PictureSize.Default"/> without.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the size is beyond its bounds.</exception>
    public static byte[] ToPng(this Chart chart, PictureSize? size = null) => Painter.Png(Checked(chart), Checked(size));

    /// <summary>
    /// The chart as an SVG image that scales, is named and described for those who do not see it, and stands on a page beside others; its letters are letters. It loads
    /// nothing.
    /// </summary>
    /// <param name="chart">The chart.</param>
    /// <param name="size">How large; <see cref="PictureSize.Default"/> without.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the size is beyond its bounds.</exception>
    public static string ToSvg(this Chart chart, PictureSize? size = null) => Painter.Svg(Checked(chart), Checked(size));

    /// <summary>
    /// The chart as a figure of HTML: the SVG, and the figures as a table to unfold. Its script says the figure that is pointed at, or gone to by arrow keys, and shows
    /// and hides series; where scripts are stripped the picture and the table stand. It loads nothing; several stand on one page, whichever way they came there.
    /// </summary>
    /// <param name="chart">The chart.</param>
    /// <param name="size">How large; <see cref="PictureSize.Default"/> without.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: the size is beyond its bounds.</exception>
    public static string ToHtml(this Chart chart, PictureSize? size = null) => ChartFigurePage.Of(Checked(chart), Painter.Svg(chart, Checked(size), isInteractive: true), SeriesColors.Of(chart));

    /// <summary>The chart as a Vega-Lite 5 specification, data included: interactive, with tooltips, where a page draws it (<see cref="VegaLiteMediaType"/>).</summary>
    /// <param name="chart">The chart.</param>
    public static string ToVegaLite(this Chart chart) => VegaLiteWriter.Write(Checked(chart));

    private static Chart Checked(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return chart;
    }

    private static PictureSize Checked(PictureSize? size)
    {
        var given = size ?? PictureSize.Default;
        return given.Width is >= LeastWidth and <= MostWidth && given.Height is 0 or (>= LeastHeight and <= MostHeight) && given.Scale is > 0 and <= MostScale
            ? given
            : throw new EngineException(
                ErrorId.InvalidOption,
                "picture size",
                $"{given.Width} × {given.Height} is beyond what a picture may be",
                $"use a width of {LeastWidth} to {MostWidth}, a height of 0 or {LeastHeight} to {MostHeight}, and a scale above 0 to {MostScale:0}");
    }
}
