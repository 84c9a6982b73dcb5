using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// Writes the page's directory as JSON that can stand inside an HTML script element: &lt;, &gt;, &amp;, quotes, U+2028 and all that is not
/// plain Latin are escaped, so no label can close the element or open a comment.
/// </summary>
internal static class DashboardJson
{
    /// <summary>Create blocks what is dangerous in HTML whatever its ranges.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement) };

    public static void Write(Stream utf8, DashboardData data)
    {
        using var json = new Utf8JsonWriter(utf8, Options);
        json.WriteStartObject();
        json.WriteString("notice", data.Notice);
        WriteTexts(json, "warnings", [.. data.Warnings.Select(FrenchFormat.Sentence)]);
        json.WriteNumber("threshold", data.Context.Threshold);
        json.WriteBoolean("extract", data.Context.IsExtract);
        WriteFacts(json, data.Context);
        json.WriteString("timeZone", OutsideText.Of(data.Context.TimeZone));
        WriteNumbers(json, "range", [data.Range.Start, data.Range.End]);
        WritePeriods(json, data);
        json.WriteStartArray("levels");
        foreach (var level in data.Rows.Levels)
        {
            LevelJson.Write(json, level, data.Context, data.LevelChunks.GetValueOrDefault(level.Level, -1));
        }

        json.WriteEndArray();
        WriteDimensions(json, data.Rows);
        WriteGroups(json, data.Rows);
        HolidayJson.Write(json, data);
        WriteTiles(json, data.Rows);
        WriteSections(json, data.Sections);
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, DashboardContext context)
    {
        json.WriteStartArray("facts");
        WriteTexts(json, null, ["Périmètre", FrenchFormat.Sentence(OutsideText.Of(context.Perimeter, OutsideText.LongestSentence))]);
        WriteTexts(json, null, ["Norme", OutsideText.Of(context.Norm)]);
        WriteTexts(json, null, ["Fuseau horaire", OutsideText.Of(context.TimeZone)]);
        json.WriteEndArray();
    }

    /// <summary>Kind, start, end, whether it is cut, label, and the visits without an establishment where these are known.</summary>
    private static void WritePeriods(Utf8JsonWriter json, DashboardData data)
    {
        json.WriteStartArray("periods");
        foreach (var period in data.Rows.Periods)
        {
            json.WriteStartArray();
            json.WriteStringValue(period.Kind.Code());
            json.WriteNumberValue(period.Start);
            json.WriteNumberValue(period.End);
            json.WriteNumberValue(period.IsPartial ? 1 : 0);
            json.WriteStringValue(period.Label);
            if (data.WithoutEstablishment.TryGetValue((period.Kind, period.Start), out var visits))
            {
                json.WriteNumberValue(visits);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteDimensions(Utf8JsonWriter json, PageRows rows)
    {
        json.WriteStartArray("dimensions");
        foreach (var dimension in rows.Dimensions)
        {
            json.WriteStartObject();
            json.WriteString("code", dimension.Dimension.Code);
            json.WriteString("label", FrenchLabels.Of(dimension.Dimension));
            json.WriteBoolean("parts", dimension.Dimension.PartitionsVisits);
            json.WriteBoolean("custom", !Dimension.Shipped.Contains(dimension.Dimension));
            json.WriteNumber("hidden", dimension.Hidden);
            WriteTexts(json, "codes", dimension.Modalities);
            WriteTexts(json, "labels", [.. dimension.Modalities.Select(modality => ModalityLabels.Of(dimension.Dimension, modality, LabelLanguage.French))]);
            if (dimension.Dimension == Dimension.Service)
            {
                WriteNumbers(json, "published", [.. dimension.Modalities.Select(static modality => ModalityLabels.IsPublishedService(modality) ? 1 : 0)]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Kind, start or −1, level, dimension, chunk, rows; then those that are not on the page.</summary>
    private static void WriteGroups(Utf8JsonWriter json, PageRows rows)
    {
        json.WriteStartArray("groups");
        foreach (var (group, chunk, count) in rows.Groups)
        {
            json.WriteStartArray();
            WriteGroup(json, group);
            json.WriteNumberValue(chunk);
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("left");
        foreach (var group in rows.LeftOut)
        {
            json.WriteStartArray();
            WriteGroup(json, group);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteGroup(Utf8JsonWriter json, RowGroup group)
    {
        json.WriteStringValue(group.Kind.Code());
        json.WriteNumberValue(group.Start);
        json.WriteStringValue(group.Level.Code());
        json.WriteStringValue(group.Dimension.Code);
    }

    private static void WriteTiles(Utf8JsonWriter json, PageRows rows)
    {
        json.WriteStartArray("tiles");
        foreach (var (code, column, row, name) in rows.Levels.Any(static level => level.Level == TerritoryLevel.Academy && level.Codes.Count > 1) ? AcademyTiles.All : [])
        {
            json.WriteStartArray();
            json.WriteStringValue(code);
            json.WriteNumberValue(column);
            json.WriteNumberValue(row);
            json.WriteStringValue(name);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteSections(Utf8JsonWriter json, IReadOnlyList<DashboardSection> sections)
    {
        json.WriteStartArray("sections");
        foreach (var section in sections)
        {
            json.WriteStartObject();
            json.WriteString("id", section.Id);
            json.WriteString("title", section.Title);
            json.WriteStartArray("blocks");
            foreach (var block in section.Blocks)
            {
                json.WriteStartObject();
                json.WriteString("id", block.Id);
                json.WriteString("title", FrenchFormat.Sentence(block.Title));
                json.WriteBoolean("sortable", block.Table.IsSortable);
                WriteTexts(json, "notes", [.. block.Notes.Select(FrenchFormat.Sentence)]);
                WriteTexts(json, "columns", block.Table.Columns);
                WriteNumbers(json, "textColumns", [0, .. block.Table.TextColumns]);
                json.WriteStartArray("rows");
                foreach (var row in block.Table.Rows)
                {
                    json.WriteStartArray();
                    foreach (var cell in row)
                    {
                        WriteCell(json, cell);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A label is a text; a number is [value, text].</summary>
    private static void WriteCell(Utf8JsonWriter json, Cell cell)
    {
        if (!cell.IsNumber)
        {
            json.WriteStringValue(cell.Text);
            return;
        }

        json.WriteStartArray();
        json.WriteNumberValue(cell.Value);
        json.WriteStringValue(cell.Text);
        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string? name, IReadOnlyList<string> texts)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

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
