using System.Text;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>From a chart to dots or vectors: the same calls on two canvases.</summary>
internal static class Painter
{
    private const int BestQuality = 100;

    public static byte[] Png(Chart chart, PictureSize size)
    {
        using var letters = new Letters();
        var picture = new Picture(chart, size, letters);
        var info = new SKImageInfo((int)Math.Round(picture.Width * size.Scale), (int)Math.Round(picture.Height * size.Scale));
        using var surface = SKSurface.Create(info);
        surface.Canvas.Scale((float)size.Scale);
        picture.Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, BestQuality);
        return data.ToArray();
    }

    /// <param name="chart">The chart.</param>
    /// <param name="size">Its size.</param>
    /// <param name="isInteractive">Whether it is to be pointed at: with its marks, and what belongs to a series marked as such.</param>
    public static string Svg(Chart chart, PictureSize size, bool isInteractive = false)
    {
        using var letters = new Letters();
        var picture = new Picture(chart, size, letters);
        using var stream = new MemoryStream();
        IReadOnlyList<Mark> marks;
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, picture.Width, picture.Height), stream))
        {
            marks = picture.Draw(canvas);
        }

        return AccessibleSvg.Of(Encoding.UTF8.GetString(stream.ToArray()), chart, picture.Width, picture.Height, isInteractive ? marks : []);
    }

    /// <summary>A chart with its frame and drawing, at a size.</summary>
    private sealed class Picture
    {
        private readonly Letters _letters;
        private readonly Frame _frame;
        private readonly IDrawing _drawing;

        public Picture(Chart chart, PictureSize size, Letters letters)
        {
            (_letters, Width) = (letters, size.Width);
            _frame = new Frame(chart, letters, Width);
            _drawing = DrawingOf(chart);
            Height = size.Height > 0 ? size.Height : (int)Math.Ceiling(_frame.Top + _drawing.HeightAt(Width) + _frame.Bottom);
        }

        public int Width { get; }

        public int Height { get; }

        /// <returns>What may be pointed at.</returns>
        public IReadOnlyList<Mark> Draw(SKCanvas canvas)
        {
            var sheet = new Sheet(canvas, _letters, Width, Height);
            var room = _frame.Room(Width, Height);
            using var plot = _drawing.Plot(room, sheet);
            if (plot is null)
            {
                sheet.Box(new SKRect(0, 0, Width, Height), SKColors.White);
            }
            else
            {
                plot.Render(canvas, new ScottPlot.PixelRect(0, Width, Height, 0));
            }

            _drawing.Finish(room, sheet, plot);
            _frame.Draw(sheet);
            return sheet.Marks;
        }

        private static IDrawing DrawingOf(Chart chart) => chart switch
        {
            { IsEmpty: true } and not BarChart { Categories.Count: > 0 } => new EmptyDrawing(chart),
            TimeChart time => new TimeDrawing(time),
            BarChart bars => new BarDrawing(bars),
            SchoolDayChart hours => new HourDrawing(hours),
            TileChart tiles => new TileDrawing(tiles),
            WaterfallChart waterfall => new WaterfallDrawing(waterfall),
            _ => throw new ArgumentException("There is no drawing of this kind of chart.", nameof(chart)),
        };
    }
}
