using System.Text;
using System.Text.Json;

namespace Dnma.Engine.Charts.VegaLite;

/// <summary>What all specifications have in common: title, notes, data, configuration. The kinds write their marks.</summary>
internal static class VegaLiteWriter
{
    public const string Schema = "https://vega.github.io/schema/vega-lite/v5.json";

    public static string Write(Chart chart)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("description", Words.ChartDescription.Of(chart));
            Title(json, chart);
            json.WriteString("background", "white");
            switch (chart)
            {
                case TimeChart time:
                    TimeSpecification.Write(json, time);
                    break;
                case BarChart bars:
                    BarSpecification.Write(json, bars);
                    break;
                case SchoolDayChart hours:
                    CellSpecifications.Write(json, hours);
                    break;
                case TileChart tiles:
                    CellSpecifications.Write(json, tiles);
                    break;
                case WaterfallChart waterfall:
                    WaterfallSpecification.Write(json, waterfall);
                    break;
                default:
                    throw new ArgumentException("There is no specification of this kind of chart.", nameof(chart));
            }

            json.WriteStartObject("config");
            json.WriteStartObject("view");
            json.WriteNull("stroke");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Title(Utf8JsonWriter json, Chart chart)
    {
        var words = Words.ChartWords.Of(chart.Language);
        json.WriteStartObject("title");
        json.WriteString("text", chart.Title);
        json.WriteStartArray("subtitle");
        string[] lines = [chart.Subtitle, .. chart.Notes, chart.Source.Length > 0 ? words.SourceLine(chart.Source) : ""];
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
        json.WriteString("anchor", "start");
        json.WriteEndObject();
    }
}
