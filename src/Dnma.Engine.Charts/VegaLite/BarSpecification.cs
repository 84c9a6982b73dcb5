using System.Text.Json;
using Dnma.Engine.Charts.Drawing;
using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts.VegaLite;

/// <summary>Horizontal bars, side by side or stacked, in the order of the chart.</summary>
internal static class BarSpecification
{
    private const int PlotWidth = 560;
    private const int LabelLimit = 320;

    public static void Write(Utf8JsonWriter json, BarChart chart)
    {
        var words = ChartWords.Of(chart.Language);
        string[] names = [.. chart.Series.Select(series => series.Name.Length > 0 ? series.Name : chart.ValueName)];
        json.WriteNumber("width", PlotWidth);
        json.WriteStartObject("data");
        json.WriteStartArray("values");
        for (var series = 0; series < names.Length; series++)
        {
            for (var i = 0; i < chart.Categories.Count; i++)
            {
                var value = chart.Series[series].Values[i];
                json.WriteStartObject();
                json.WriteNumber("place", i);
                json.WriteString("category", chart.Categories[i]);
                json.WriteString("series", names[series]);
                json.WriteNumber("order", series);
                json.Figure("value", value);
                json.WriteString("text", words.Figure(value, chart.Unit));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("mark");
        json.WriteString("type", "bar");
        json.WriteEndObject();
        json.WriteStartObject("encoding");
        json.Channel("y", "category", "nominal", () =>
        {
            json.Texts("sort", chart.Categories.Distinct());
            json.WriteStartObject("axis");
            json.WriteNull("title");
            json.WriteNumber("labelLimit", LabelLimit);
            json.WriteEndObject();
        });
        if (names.Length > 1 && !chart.IsStacked)
        {
            json.Channel("yOffset", "series", "nominal", () => json.Texts("sort", names));
        }

        json.Channel("x", "value", "quantitative", () =>
        {
            json.Axis(chart.Unit == ChartUnit.Percent ? words.Say($"{chart.ValueName}, en %", $"{chart.ValueName}, %") : chart.ValueName);
            if (chart.IsStacked)
            {
                json.WriteString("stack", "zero");
            }
        });
        json.Channel("color", "series", "nominal", () =>
        {
            json.SeriesScale(names, Palette.Series);
            if (names.Length == 1)
            {
                json.WriteNull("legend");
            }
            else
            {
                json.WriteNull("title");
            }
        });
        json.Channel("order", "order", "quantitative");
        json.Tooltip(("category", chart.CategoryName), ("series", chart.ValueName), ("text", words.Say("Valeur", "Figure")));
        json.WriteEndObject();
    }
}
