using System.Text.Json;
using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts.VegaLite;

/// <summary>Charts of cells, the more the darker: hours of the week, and académies.</summary>
internal static class CellSpecifications
{
    public static void Write(Utf8JsonWriter json, SchoolDayChart chart)
    {
        var words = ChartWords.Of(chart.Language);
        json.WriteNumber("width", 760);
        json.WriteNumber("height", 240);
        Data(json, chart.Hours, hour =>
        {
            json.WriteString("day", words.Day(hour.Day));
            json.WriteNumber("hour", hour.Hour);
            json.WriteString("at", $"{words.Day(hour.Day)} {words.Hour(hour.Hour)}");
            json.Figure("value", hour.Value);
            json.WriteString("state", hour.Value.State.ToString());
            json.WriteString("text", words.Figure(hour.Value, chart.Unit));
        });
        json.WriteStartObject("mark");
        json.WriteString("type", "rect");
        json.WriteNull("invalid");
        json.WriteEndObject();
        json.WriteStartObject("encoding");
        json.Channel("x", "hour", "ordinal", () => json.WriteNull("title"));
        json.Channel("y", "day", "ordinal", () =>
        {
            json.Texts("sort", chart.Hours.Select(hour => words.Day(hour.Day)).Distinct());
            json.WriteNull("title");
        });
        Color(json, chart.ValueName);
        json.Tooltip(("at", words.DayColumn), ("text", chart.ValueName));
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, TileChart chart)
    {
        var words = ChartWords.Of(chart.Language);
        json.WriteNumber("width", 700);
        json.WriteNumber("height", 500);
        Data(json, chart.Tiles, tile =>
        {
            json.WriteString("code", tile.Code);
            json.WriteString("name", tile.Name);
            json.WriteNumber("column", tile.Column);
            json.WriteNumber("row", tile.Row);
            json.Figure("value", tile.Value);
            json.WriteString("state", tile.Value.State.ToString());
            json.WriteString("text", words.Figure(tile.Value, chart.Unit));
        });
        json.WriteStartArray("layer");
        Layer(json, "rect", true, chart, words);
        Layer(json, "text", false, chart, words);
        json.WriteEndArray();
    }

    private static void Layer(Utf8JsonWriter json, string mark, bool isTile, TileChart chart, ChartWords words)
    {
        json.WriteStartObject();
        json.WriteStartObject("mark");
        json.WriteString("type", mark);
        if (isTile)
        {
            json.WriteNull("invalid");
            json.WriteString("stroke", "white");
            json.WriteNumber("strokeWidth", 3);
        }
        else
        {
            json.WriteNumber("fontSize", 10);
            json.WriteNumber("limit", 96);
        }

        json.WriteEndObject();
        json.WriteStartObject("encoding");
        json.Channel("x", "column", "ordinal", () => json.WriteNull("axis"));
        json.Channel("y", "row", "ordinal", () => json.WriteNull("axis"));
        if (isTile)
        {
            Color(json, chart.ValueName);
        }
        else
        {
            json.WriteStartObject("text");
            json.WriteString("field", "name");
            json.WriteEndObject();
            Ink(json, chart);
        }

        json.Tooltip(("name", ChartWords.Academy), ("code", ChartWords.Code), ("text", chart.ValueName));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>White letters on dark tiles.</summary>
    private static void Ink(Utf8JsonWriter json, TileChart chart)
    {
        var half = chart.Tiles.Max(tile => tile.Value.Figure) / 2;
        json.WriteStartObject("color");
        json.WriteStartObject("condition");
        json.WriteString("test", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"isValid(datum.value) && datum.value > {half}"));
        json.WriteString("value", "white");
        json.WriteEndObject();
        json.WriteString("value", "black");
        json.WriteEndObject();
    }

    private static void Data<T>(Utf8JsonWriter json, IReadOnlyList<T> cells, Action<T> write)
    {
        json.WriteStartObject("data");
        json.WriteStartArray("values");
        foreach (var cell in cells)
        {
            json.WriteStartObject();
            write(cell);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Cells without a figure are no light ones: those withheld are grey, those without a row white, and their tooltip says so.</summary>
    private static void Color(Utf8JsonWriter json, string title)
    {
        json.WriteStartObject("color");
        json.WriteStartArray("condition");
        foreach (var (state, color) in new[] { (ChartValueState.Withheld, "#BBBBBB"), (ChartValueState.Missing, "#FFFFFF") })
        {
            json.WriteStartObject();
            json.WriteString("test", $"datum.state === '{state}'");
            json.WriteString("value", color);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("field", "value");
        json.WriteString("type", "quantitative");
        json.WriteString("title", title);
        json.RampScale();
        json.WriteEndObject();
    }
}
