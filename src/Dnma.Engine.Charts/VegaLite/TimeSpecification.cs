using System.Globalization;
using System.Text.Json;
using Dnma.Engine.Charts.Drawing;
using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts.VegaLite;

/// <summary>Lines over time, with holidays behind them: gaps stay gaps, withheld periods are grey columns.</summary>
internal static class TimeSpecification
{
    private const int PlotWidth = 760;
    private const int PlotHeight = 300;

    public static void Write(Utf8JsonWriter json, TimeChart chart)
    {
        var words = ChartWords.Of(chart.Language);
        json.WriteNumber("width", PlotWidth);
        json.WriteNumber("height", PlotHeight);
        json.WriteStartArray("layer");
        if (chart.Holidays.Count > 0)
        {
            Holidays(json, chart, words);
        }

        if (Withheld(chart).Any())
        {
            WithheldPeriods(json, chart, words);
        }

        Lines(json, chart, words);
        json.WriteEndArray();
    }

    private static IEnumerable<TimePoint> Withheld(TimeChart chart) =>
        chart.Series.SelectMany(series => series.Points).Where(point => point.Value.State == ChartValueState.Withheld).DistinctBy(point => point.Start);

    private static void Holidays(Utf8JsonWriter json, TimeChart chart, ChartWords words)
    {
        BeginBands(json);
        foreach (var band in chart.Holidays)
        {
            json.WriteStartObject();
            json.WriteString("from", Instant(band.FirstDayOff));
            json.WriteString("to", Instant(band.LastDayOff.AddDays(1)));
            json.WriteString("zone", ChartWords.Zone(band.Zone));
            json.WriteString("name", band.Name);
            json.WriteEndObject();
        }

        EndBands(json, SpecificationParts.Hex(Palette.Lane), 0.25, ("zone", words.Say("Zone", "Zone")), ("name", words.Holidays));
    }

    private static void WithheldPeriods(Utf8JsonWriter json, TimeChart chart, ChartWords words)
    {
        BeginBands(json);
        foreach (var point in Withheld(chart))
        {
            json.WriteStartObject();
            json.WriteString("from", Instant(point.Start));
            json.WriteString("to", Instant(chart.EndOf(point.Start)));
            json.WriteString("state", words.Withheld);
            json.WriteEndObject();
        }

        EndBands(json, SpecificationParts.Hex(Palette.Stripe), 0.6, ("state", chart.ValueName));
    }

    /// <summary>A layer of bands over the whole height, whose values follow.</summary>
    private static void BeginBands(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartArray("values");
    }

    private static void EndBands(Utf8JsonWriter json, string color, double opacity, params ReadOnlySpan<(string Field, string Title)> tooltip)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("mark");
        json.WriteString("type", "rect");
        json.WriteString("color", color);
        json.WriteNumber("opacity", opacity);
        json.WriteEndObject();
        json.WriteStartObject("encoding");
        Time(json, "x", "from");
        json.WriteStartObject("x2");
        json.WriteString("field", "to");
        json.WriteEndObject();
        json.Tooltip(tooltip);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Lines(Utf8JsonWriter json, TimeChart chart, ChartWords words)
    {
        string[] names = [.. chart.Series.Select(series => series.Name)];
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartArray("values");
        foreach (var series in chart.Series)
        {
            foreach (var point in series.Points)
            {
                json.WriteStartObject();
                json.WriteString("start", Instant(point.Start));
                json.WriteString("period", words.Date(point.Start));
                json.WriteString("series", series.Name);
                json.Figure("value", point.Value);
                json.WriteString("text", words.Figure(point.Value, chart.Unit));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("mark");
        json.WriteString("type", "line");
        json.WriteBoolean("point", true);
        json.WriteEndObject();
        json.WriteStartObject("encoding");
        Time(json, "x", "start");
        json.Channel("y", "value", "quantitative", () => json.Axis(chart.ValueName));
        json.Channel("color", "series", "nominal", () =>
        {
            json.SeriesScale(names, Palette.Lines);
            json.WriteNull("title");
        });
        json.Channel("strokeDash", "series", "nominal", () =>
        {
            json.WriteStartObject("scale");
            json.Texts("domain", names);
            json.WriteEndObject();
            json.WriteNull("title");
        });
        json.Tooltip(("period", words.PeriodColumn(chart.Period)), ("series", chart.ValueName), ("text", words.Say("Valeur", "Figure")));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Dates have no zone: they are told and shown as UTC, so that no reader's clock moves them.</summary>
    private static void Time(Utf8JsonWriter json, string channel, string field) => json.Channel(channel, field, "temporal", () =>
    {
        json.WriteStartObject("scale");
        json.WriteString("type", "utc");
        json.WriteEndObject();
        json.WriteNull("title");
    });

    private static string Instant(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
