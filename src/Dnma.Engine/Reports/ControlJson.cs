using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports;

/// <summary>Writes <c>controls.json</c>: the controls that were asked, with their wording and how often each found something, and the findings. Thread safe.</summary>
public static class ControlJson
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "controls.json";

    private const string Schema = "dnma-engine/controls/0";
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file. Figures are those of <see cref="ControlCsv"/>; what a finding has not is left out.</summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="findings">The findings.</param>
    public static void Write(Stream stream, FindingTable findings)
    {
        var counts = findings.CountBy(finding => finding.Control).ToDictionary();
        using var json = new Utf8JsonWriter(stream, Layout);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteStartArray("controls");
        foreach (var control in findings.Asked)
        {
            json.WriteStartObject();
            json.WriteString("id", control.Id);
            json.WriteNumber("family", control.Family);
            json.WriteString("severity", control.Severity.Code());
            json.WriteNumber("findings", counts.GetValueOrDefault(control));
            Write(json, "meaning", control.Meaning);
            Write(json, "remedy", control.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            Write(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, string name, Wording wording)
    {
        json.WriteStartObject(name);
        json.WriteString("fr", wording.French);
        json.WriteString("en", wording.English);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("control", finding.Control.Id);
        json.WriteString("level", finding.Level.Code());
        json.WriteString("code", finding.Code);
        json.WriteString("period", finding.Period.Code());
        if (finding.PeriodStart is { } start)
        {
            json.WriteString("period_start", start.ToString("O", CultureInfo.InvariantCulture));
        }

        json.WriteString("subject", finding.Subject);
        Write(json, "figure", finding.Figure);
        Write(json, "expected", finding.Expected);
        Write(json, "chance", finding.Chance);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? figure)
    {
        if (figure is { } value && !double.IsNaN(value))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(FigureText.Of(value));
        }
    }
}
