using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>The series that a chart has several of, and their colours.</summary>
internal static class SeriesColors
{
    /// <summary>In their order; none of a chart of one series, or of more than there are colours.</summary>
    public static IReadOnlyList<(string Name, string Color)> Of(Chart chart) => [.. ColorsOf(chart).Select(static one => (one.Name, $"#{one.Color.Red:x2}{one.Color.Green:x2}{one.Color.Blue:x2}"))];

    public static IReadOnlyList<(string Name, SKColor Color)> ColorsOf(Chart chart)
    {
        (string Name, SKColor Color)[] series = chart switch
        {
            { IsEmpty: true } => [],
            TimeChart time => [.. time.Series.Select(static (one, i) => (one.Name, Palette.Lines[i % Palette.Lines.Count]))],
            BarChart bars => [.. bars.Series.Select(static (one, i) => (one.Name, Palette.OfSeries(i)))],
            _ => [],
        };
        return series.Length > 1 && series.Select(static one => one.Color).Distinct().Count() == series.Length ? series : [];
    }
}
