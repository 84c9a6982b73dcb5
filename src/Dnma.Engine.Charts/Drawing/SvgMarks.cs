using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>Makes a picture one to be pointed at: a box over each figure with its words, and a series' number on what is drawn in its colour or stands in its boxes.</summary>
internal static class SvgMarks
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly char[] Apart = [' ', ','];

    public static void Add(XElement root, Chart chart, IReadOnlyList<Mark> marks)
    {
        if (marks.Count == 0)
        {
            return;
        }

        var series = SeriesColors.ColorsOf(chart);
        foreach (var element in series.Count == 0 ? [] : root.Descendants().ToArray())
        {
            if (SeriesOf(element, series, marks) is >= 0 and var number)
            {
                element.SetAttributeValue("data-s", number);
            }
        }

        root.Add(new XElement(Svg + "g", new XAttribute("fill", "none"), new XAttribute("pointer-events", "all"), marks.Select(Box)));
    }

    private static XElement Box(Mark mark) => new(
        Svg + "rect",
        new XAttribute("data-mark", mark.IsColumn ? "column" : "box"),
        mark.Series < 0 ? null : new XAttribute("data-s", mark.Series),
        new XAttribute("x", Number(mark.Box.Left)),
        new XAttribute("y", Number(mark.Box.Top)),
        new XAttribute("width", Number(Math.Max(1, mark.Box.Width))),
        new XAttribute("height", Number(Math.Max(1, mark.Box.Height))),
        new XElement(Svg + "title", string.Join('\n', mark.Lines)));

    private static int SeriesOf(XElement element, IReadOnlyList<(string Name, SKColor Color)> series, IReadOnlyList<Mark> marks)
    {
        for (var i = 0; i < series.Count; i++)
        {
            if (Has(element, "fill", series[i].Color) || Has(element, "stroke", series[i].Color))
            {
                return i;
            }
        }

        // A figure within a bar, or at its end.
        return element.Name == Svg + "text" && First(element, "x") is { } x && First(element, "y") is { } y
            ? marks.FirstOrDefault(mark => mark.Series >= 0 && mark.Box.Contains(x, y))?.Series ?? -1
            : -1;
    }

    private static bool Has(XElement element, string attribute, SKColor color) => (string?)element.Attribute(attribute) is { } text && SKColor.TryParse(text, out var found) && found == color;

    /// <summary>Skia writes the places of all letters.</summary>
    private static float? First(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) is { } text && float.TryParse(text.Split(Apart, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Number(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
