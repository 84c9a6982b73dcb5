using System.Text.Json;
using Dnma.Engine.Charts.Drawing;
using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts.VegaLite;

/// <summary>Bars that begin where the one before ends.</summary>
internal static class WaterfallSpecification
{
    public static void Write(Utf8JsonWriter json, WaterfallChart chart)
    {
        var words = ChartWords.Of(chart.Language);
        string[] kinds = [words.Say("Total", "Total"), words.Say("Hausse", "Rise"), words.Say("Baisse", "Fall")];
        json.WriteNumber("width", 700);
        json.WriteNumber("height", 320);
        json.WriteStartObject("data");
        json.WriteStartArray("values");
        var at = 0m;
        foreach (var (i, step) in chart.Steps.Index())
        {
            var from = step.IsTotal ? 0 : at;
            at = from + step.Figure;
            json.WriteStartObject();
            json.WriteNumber("place", i);
            json.WriteString("name", step.Name);
            json.WriteNumber("from", from);
            json.WriteNumber("to", at);
            json.WriteString("kind", kinds[step.IsTotal ? 0 : step.Figure >= 0 ? 1 : 2]);
            json.WriteString("text", step.IsTotal ? words.Count(step.Figure) : words.Change(step.Figure));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("mark");
        json.WriteString("type", "bar");
        json.WriteEndObject();
        json.WriteStartObject("encoding");
        json.Channel("x", "name", "nominal", () =>
        {
            json.Texts("sort", chart.Steps.Select(step => step.Name).Distinct());
            json.WriteNull("title");
        });
        json.Channel("y", "from", "quantitative", () => json.Axis(chart.ValueName));
        json.WriteStartObject("y2");
        json.WriteString("field", "to");
        json.WriteEndObject();
        json.Channel("color", "kind", "nominal", () =>
        {
            json.SeriesScale(kinds, [Palette.Series[0], Palette.Changes.Rise, Palette.Changes.Fall]);
            json.WriteNull("title");
        });
        json.Tooltip(("name", words.Term), ("text", chart.ValueName));
        json.WriteEndObject();
    }
}
