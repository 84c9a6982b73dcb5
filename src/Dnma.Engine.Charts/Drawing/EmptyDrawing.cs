using Dnma.Engine.Charts.Words;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>A chart without a figure: it says so, and whether that is because all are withheld.</summary>
internal sealed class EmptyDrawing(Chart chart) : IDrawing
{
    public float HeightAt(float width) => 140;

    public ScottPlot.Plot? Plot(SKRect room, Sheet sheet) => null;

    public void Finish(SKRect room, Sheet sheet, ScottPlot.Plot? plot)
    {
        sheet.Border(room, Palette.Grid);
        sheet.Middle(ChartDescription.Nothing(chart), room.MidX, room.MidY, 16, Palette.Faint, SKTextAlign.Center);
    }
}
