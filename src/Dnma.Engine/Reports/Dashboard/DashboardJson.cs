using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// Writes the page's data as JSON that can stand inside an HTML script element: &lt;, &gt;, &amp;, quotes, U+2028 and all that is not
/// plain Latin are escaped, so no label can close the element or open a comment.
/// </summary>
internal static class DashboardJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        // Create blocks what is dangerous in HTML whatever its ranges.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement),
    };

    public static void Write(Stream utf8, DashboardData data)
    {
        using var json = new Utf8JsonWriter(utf8, Options);
        json.WriteStartObject();
        json.WriteString("notice", data.Notice);
        WriteTexts(json, "warnings", data.Warnings);
        WriteFacts(json, data.Context);
        json.WriteStartArray("cards");
        foreach (var card in data.Cards)
        {
            json.WriteStartObject();
            json.WriteString("id", card.Id);
            json.WriteString("label", card.Label);
            json.WritePropertyName("figure");
            WriteCell(json, card.Figure);
            json.WriteString("basis", FrenchFormat.Sentence(card.Basis));
            json.WriteString("definition", FrenchFormat.Sentence(card.Definition));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sections");
        foreach (var section in data.Sections)
        {
            json.WriteStartObject();
            json.WriteString("id", section.Id);
            json.WriteString("title", section.Title);
            json.WriteStartArray("blocks");
            foreach (var block in section.Blocks)
            {
                WriteBlock(json, block);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, DashboardContext context)
    {
        json.WriteStartArray("facts");
        WriteFact(json, "Périmètre", OutsideText.Of(context.Perimeter, OutsideText.LongestSentence));
        WriteFact(json, "Norme", OutsideText.Of(context.Norm));
        WriteFact(json, "Fuseau horaire", OutsideText.Of(context.TimeZone));
        json.WriteEndArray();
    }

    private static void WriteFact(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartArray();
        json.WriteStringValue(name);
        json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteBlock(Utf8JsonWriter json, DashboardBlock block)
    {
        json.WriteStartObject();
        json.WriteString("id", block.Id);
        json.WriteString("title", block.Title);
        json.WriteBoolean("wide", block.IsWide);
        json.WriteBoolean("sortable", block.Table.IsSortable);
        WriteTexts(json, "notes", [.. block.Notes.Select(FrenchFormat.Sentence)]);
        if (block.Chart is { } chart)
        {
            json.WriteStartObject("chart");
            json.WriteString("kind", KindCode(chart.Kind));
            json.WriteString("description", chart.Description);
            WriteNumbers(json, "series", chart.Series);
            json.WriteNumber("share", chart.Share);
            WriteNumbers(json, "hatched", chart.Hatched);
            json.WriteEndObject();
        }

        WriteTexts(json, "columns", block.Table.Columns);
        WriteNumbers(json, "textColumns", block.Table.TextColumns);
        WriteRows(json, "rows", block.Table.Rows);
        WriteRows(json, "apart", block.Table.Apart);
        WriteRows(json, "total", block.Table.Total is { } total ? [total] : []);
        json.WriteEndObject();
    }

    private static string KindCode(ChartKind kind) => kind switch
    {
        ChartKind.Time => "time",
        ChartKind.Stack => "stack",
        _ => "bars",
    };

    private static void WriteRows(Utf8JsonWriter json, string name, IReadOnlyList<Cell[]> rows)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var cell in row)
            {
                WriteCell(json, cell);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>A label is a text; a number is [value, text]; a quotient is [numerator, denominator, text].</summary>
    private static void WriteCell(Utf8JsonWriter json, Cell cell)
    {
        if (cell.Kind == CellKind.Label)
        {
            json.WriteStringValue(cell.Text);
            return;
        }

        json.WriteStartArray();
        json.WriteNumberValue(cell.Value);
        if (cell.Kind == CellKind.Quotient)
        {
            json.WriteNumberValue(cell.Divisor);
        }

        json.WriteStringValue(cell.Text);
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
