using System.Text.Json;
using Dnma.Engine.Charts.Drawing;
using SkiaSharp;

namespace Dnma.Engine.Charts.VegaLite;

/// <summary>What several specifications hold.</summary>
internal static class SpecificationParts
{
    /// <summary>A field of one channel.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="channel">Such as <c>x</c>.</param>
    /// <param name="field">The data's field.</param>
    /// <param name="type">Such as <c>quantitative</c>.</param>
    /// <param name="rest">Writes what else the channel has.</param>
    public static void Channel(this Utf8JsonWriter json, string channel, string field, string type, Action? rest = null)
    {
        json.WriteStartObject(channel);
        json.WriteString("field", field);
        json.WriteString("type", type);
        rest?.Invoke();
        json.WriteEndObject();
    }

    /// <summary>Fields and what they are called, as a tooltip.</summary>
    public static void Tooltip(this Utf8JsonWriter json, params ReadOnlySpan<(string Field, string Title)> fields)
    {
        json.WriteStartArray("tooltip");
        foreach (var (field, title) in fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field);
            json.WriteString("type", "nominal");
            json.WriteString("title", title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Axis(this Utf8JsonWriter json, string title)
    {
        json.WriteStartObject("axis");
        json.WriteString("title", title);
        json.WriteEndObject();
    }

    /// <summary>A figure; null where there is none.</summary>
    public static void Figure(this Utf8JsonWriter json, string field, ChartValue value)
    {
        if (value.IsKnown)
        {
            json.WriteNumber(field, value.Figure);
        }
        else
        {
            json.WriteNull(field);
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>The colours of series, by name.</summary>
    public static void SeriesScale(this Utf8JsonWriter json, IReadOnlyList<string> names, IReadOnlyList<SKColor> colors)
    {
        json.WriteStartObject("scale");
        json.Texts("domain", names);
        json.Texts("range", names.Select((_, i) => Hex(colors[i % colors.Count])));
        json.WriteEndObject();
    }

    /// <summary>From light to dark, as pictures have it.</summary>
    public static void RampScale(this Utf8JsonWriter json)
    {
        json.WriteStartObject("scale");
        json.WriteNumber("domainMin", 0);
        json.Texts("range", Enumerable.Range(0, 5).Select(step => Hex(Palette.Ramp(step / 4.0))));
        json.WriteEndObject();
    }

    public static string Hex(SKColor color) => $"#{color.Red:X2}{color.Green:X2}{color.Blue:X2}";
}
