using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>How one kind of chart is drawn.</summary>
internal interface IDrawing
{
    /// <summary>How high the figures want to be at a width.</summary>
    float HeightAt(float width);

    /// <summary>
    /// What ScottPlot draws, if anything: axes, grid, lines and bars, with the layout fixed to <paramref name="room"/>. Null: everything is drawn by <see cref="Finish"/>.
    /// </summary>
    /// <param name="room">The room for the figures, axes included.</param>
    /// <param name="sheet">Its size, and the letters to measure with.</param>
    ScottPlot.Plot? Plot(SKRect room, Sheet sheet);

    /// <summary>What goes on top: letters, stripes, legends.</summary>
    /// <param name="room">The room for the figures, axes included.</param>
    /// <param name="sheet">What to draw on.</param>
    /// <param name="plot">What <see cref="Plot"/> made, drawn already: it can tell where coordinates are.</param>
    void Finish(SKRect room, Sheet sheet, ScottPlot.Plot? plot);
}
