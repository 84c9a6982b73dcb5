namespace Dnma.Engine.Charts;

/// <summary>How large a picture is. A value, thread safe.</summary>
/// <param name="Width">In CSS pixels, 320 to 4000.</param>
/// <param name="Height">Likewise, 200 to 8000; 0 for what suits the chart at that width.</param>
/// <param name="Scale">Dots of a PNG for each pixel, above 0 to 8: 2 is sharp on most screens, 3 in print. SVG has none.</param>
public readonly record struct PictureSize(int Width, int Height = 0, double Scale = 2)
{
    /// <summary>900 pixels wide, as high as suits the chart, two dots a pixel.</summary>
    public static PictureSize Default { get; } = new(900);
}
