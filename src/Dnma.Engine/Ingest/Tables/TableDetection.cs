using System.Text.Json;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Tables;

/// <summary>Decides by the head of a text (up to 64 KiB of it) whether, and how, it is a table of hits. Pure and thread safe.</summary>
internal static class TableDetection
{
    private const int MaxLinesLookedAt = 32;

    /// <summary>What a text is, by its head.</summary>
    /// <param name="head">The first bytes.</param>
    /// <param name="whyNot">For <see cref="TableKind.None"/>, what kept the text from being a table, as a clause; empty otherwise.</param>
    public static TableKind KindOf(ReadOnlySpan<byte> head, out string whyNot)
    {
        whyNot = "";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            whyNot = "it is UTF-16 text, where UTF-8 is needed";
            return TableKind.None;
        }

        var text = TableLines.WithoutMark(head).TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            whyNot = "it is empty";
            return TableKind.None;
        }

        if (text[0] == '{')
        {
            whyNot = "its JSON has neither hits by line (instant, visitor, …) nor a bulk body's requests";
            var kind = IsBulkBody(text) ? TableKind.MatomoBulkBody : IsNdjson(text) ? TableKind.Ndjson : TableKind.None;
            whyNot = kind == TableKind.None ? whyNot : "";
            return kind;
        }

        var header = TryHeader(head);
        if (header is not null && CsvLayout.Fits(header))
        {
            return TableKind.Csv;
        }

        if (header is not null && MatomoTableLayout.Recognise(header) is not null)
        {
            return TableKind.MatomoTable;
        }

        whyNot = header is null || header.Names.Count == 1
            ? "its first line is no header of a table"
            : $"its first line does not name the columns {HitColumnNames.Required}";
        return TableKind.None;
    }

    /// <summary>Makes the layout of a table.</summary>
    /// <param name="head">The first bytes.</param>
    /// <param name="asked">What the user said that it is; <see cref="TableKind.None"/> to find out.</param>
    /// <param name="subject">The input's name, for messages.</param>
    /// <param name="tables">The look-ups that Matomo's raw tables fill and read; null where these are not wanted.</param>
    /// <param name="whyNot">Why there is no layout, as a clause; empty where there is one.</param>
    /// <returns>Null where the text is no such table, and for a bulk body, whose layout is the Matomo format's.</returns>
    /// <exception cref="EngineException"><see cref="ErrorId.UndecidedFormat"/>: a table of hits was asked for, or found, whose header cannot be used.</exception>
    public static RecordLayout? TryDetect(ReadOnlySpan<byte> head, TableKind asked, string subject, MatomoTables? tables, out string whyNot)
    {
        whyNot = "";
        var kind = asked == TableKind.None ? KindOf(head, out whyNot) : asked;
        switch (kind)
        {
            case TableKind.Csv:
                return CsvLayout.FromHeader(TryHeader(head), subject);
            case TableKind.Ndjson:
                return NdjsonLayout.Instance;
            case TableKind.MatomoTable when tables is not null:
                var header = TryHeader(head);
                var table = header is null ? null : MatomoTableLayout.Recognise(header);
                if (header is not null && table is not null)
                {
                    return new MatomoTableLayout(header, table.Value, tables);
                }

                whyNot = "its first line is no header of log_visit, log_action or log_link_visit_action";
                return null;
            default:
                return null;
        }
    }

    /// <summary>The header of a delimited table; null where the first line is none, or does not end within the head.</summary>
    public static CsvHeader? TryHeader(ReadOnlySpan<byte> head)
    {
        const int LongestHead = 64 * 1024;
        var feed = head.IndexOf((byte)'\n');
        return feed < 0 && head.Length >= LongestHead ? null : CsvHeader.TryRead(feed < 0 ? head : head[..feed]);
    }

    /// <summary>Whether a text holds JSON lines with canonical keys: the first line that is an object decides.</summary>
    public static bool IsNdjson(ReadOnlySpan<byte> head)
    {
        var rest = TableLines.WithoutMark(head);
        for (var i = 0; i < MaxLinesLookedAt && !rest.IsEmpty; i++)
        {
            var feed = rest.IndexOf((byte)'\n');
            var line = feed < 0 ? rest : rest[..feed];
            rest = feed < 0 ? default : rest[(feed + 1)..];
            if (TryFindHitKey(line, out var found))
            {
                return found;
            }
        }

        return false;
    }

    /// <summary>Whether a text is a bulk body: its outermost object has the key <c>requests</c> with an array. The body may go on behind the head.</summary>
    public static bool IsBulkBody(ReadOnlySpan<byte> head)
    {
        var reader = new Utf8JsonReader(TableLines.WithoutMark(head), isFinalBlock: false, default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isRequests = reader.ValueTextEquals("requests"u8);
                if (!reader.Read())
                {
                    return false;
                }

                if (isRequests)
                {
                    return reader.TokenType == JsonTokenType.StartArray;
                }

                if (!reader.TrySkip())
                {
                    return false;
                }
            }
        }
        catch (JsonException)
        {
            // Then it is not JSON.
        }

        return false;
    }

    /// <summary>Looks for <c>instant</c> or <c>visitor</c> among a line's keys; false where the line is no object.</summary>
    private static bool TryFindHitKey(ReadOnlySpan<byte> line, out bool found)
    {
        found = false;
        var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (!found && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                found = !reader.ValueIsEscaped && HitColumnNames.Find(reader.ValueSpan) is HitColumn.Instant or HitColumn.Visitor;
                if (!reader.Read() || !reader.TrySkip())
                {
                    break;
                }
            }

            return found || reader.TokenType == JsonTokenType.EndObject;
        }
        catch (JsonException)
        {
            return found;
        }
    }
}
