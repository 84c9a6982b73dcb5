using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts.Drawing;

/// <summary>What Skia writes, made fit for pages: it scales, is named and described for those who do not see it, and shares no id with another picture.</summary>
internal static class AccessibleSvg
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    public static string Of(string written, Chart chart, int width, int height, IReadOnlyList<Mark> marks)
    {
        var root = XDocument.Parse(written).Root!;

        // ScottPlot draws twice, the first time to know its layout, and clears its canvas between: in vectors a black rectangle over what nobody is to see.
        if (root.Elements(Svg + "rect").LastOrDefault(rect => rect.Attribute("fill") is null) is { } cleared)
        {
            cleared.ElementsBeforeSelf().Remove();
            cleared.Remove();
        }

        Renumber(root);
        var prefix = "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting))).AsSpan(0, 5));
        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes())
            {
                Rewrite(attribute, prefix);
            }

            if (element.Name == Svg + "text")
            {
                element.Value = element.Value.Trim(Blanks);
            }
        }

        SvgMarks.Add(root, chart, marks);
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}"));
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("lang", ChartWords.Of(chart.Language).IsFrench ? "fr" : "en");
        root.SetAttributeValue("aria-labelledby", $"{prefix}-title {prefix}-desc");
        root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", $"{prefix}-title"), chart.Title),
            new XElement(Svg + "desc", new XAttribute("id", $"{prefix}-desc"), ChartDescription.Of(chart)));
        return root.ToString(SaveOptions.DisableFormatting).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Skia numbers ids through all pictures of a process: here they begin anew.</summary>
    private static void Renumber(XElement root)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in root.Descendants().Attributes("id"))
        {
            names.Add($"url(#{id.Value})", $"url(#{names.Count + 1})");
            id.Value = names.Count.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var attribute in root.Descendants().Attributes().Where(attribute => names.ContainsKey(attribute.Value)))
        {
            attribute.Value = names[attribute.Value];
        }
    }

    private static void Rewrite(XAttribute attribute, string prefix)
    {
        if (attribute.Name == "font-family")
        {
            // Verdana is as wide as DejaVu Sans, letter by letter: what is set beside it stays in its place.
            attribute.Value = $"'{attribute.Value}', Verdana, sans-serif";
        }
        else if (attribute.Name == "id")
        {
            attribute.Value = $"{prefix}-{attribute.Value}";
        }
        else if (attribute.Value.StartsWith("url(#", StringComparison.Ordinal))
        {
            attribute.Value = $"url(#{prefix}-{attribute.Value[5..]}";
        }
    }
}
