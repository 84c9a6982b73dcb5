using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dnma.Engine.Certification.Statements;

/// <summary>
/// The one way to write a JSON value (RFC 8785, JSON Canonicalization Scheme), so that a digest of it means the value. Numbers are integers that
/// every reader of JSON keeps (−2⁵³ &lt; n &lt; 2⁵³): a certificate has no others. Pure, thread safe.
/// </summary>
internal static class CanonicalJson
{
    private const long Greatest = (1L << 53) - 1;
    private const int DeepestNesting = 16;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = DeepestNesting };

    /// <summary>A whole number, as text where a reader of JSON would lose digits of it.</summary>
    public static JsonNode NumberOf(long value) =>
        value is >= -Greatest and <= Greatest ? JsonValue.Create(value) : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The canonical bytes of a value.</summary>
    public static byte[] Write(JsonNode value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads bytes that must be the canonical ones of their value.</summary>
    /// <exception cref="FormatException">They are not: the message says what is wrong, as a clause.</exception>
    public static JsonNode Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var value = JsonNode.Parse(utf8, documentOptions: Strict) ?? throw new FormatException("it is null");
            return utf8.SequenceEqual(Write(value)) ? value : throw new FormatException("it is not written canonically (RFC 8785), so somebody has rewritten it");
        }
        catch (JsonException error)
        {
            throw new FormatException($"it is no JSON ({Clause(error)})", error);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            // Texts are decoded late: a half of a surrogate pair, or bytes that are no UTF-8.
            throw new FormatException("a text in it is no Unicode", error);
        }
    }

    /// <summary>What went wrong, without the text around it: that may be anything.</summary>
    private static string Clause(JsonException error) =>
        error.Message.Contains("uplicate", StringComparison.Ordinal)
            ? "a name stands twice in one object"
            : string.Create(CultureInfo.InvariantCulture, $"line {error.LineNumber + 1}, byte {error.BytePositionInLine}");

    private static void Append(StringBuilder text, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject members:
                Append(text, members);
                break;
            case JsonArray items:
                text.Append('[');
                for (var index = 0; index < items.Count; index++)
                {
                    text.Append(index > 0 ? "," : "");
                    Append(text, items[index]);
                }

                text.Append(']');
                break;
            case JsonValue scalar:
                Append(text, scalar);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void Append(StringBuilder text, JsonObject members)
    {
        text.Append('{');
        var isFirst = true;

        // Sorted by UTF-16 code units, as RFC 8785 has it.
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            text.Append(isFirst ? "" : ",");
            isFirst = false;
            AppendText(text, name);
            text.Append(':');
            Append(text, value);
        }

        text.Append('}');
    }

    private static void Append(StringBuilder text, JsonValue scalar)
    {
        switch (scalar.GetValueKind())
        {
            case JsonValueKind.String:
                AppendText(text, scalar.GetValue<string>());
                break;
            case JsonValueKind.True:
                text.Append("true");
                break;
            case JsonValueKind.False:
                text.Append("false");
                break;
            default:
                text.Append(long.TryParse(scalar.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= -Greatest and <= Greatest
                    ? number.ToString(CultureInfo.InvariantCulture)
                    : throw new FormatException("a number in it is no integer between −2⁵³ and 2⁵³"));
                break;
        }
    }

    private static void AppendText(StringBuilder text, string value)
    {
        text.Append('"');
        for (var index = 0; index < value.Length; index++)
        {
            var unit = value[index];
            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => AppendScalar(text, value, ref index),
            };
        }

        text.Append('"');
    }

    private static StringBuilder AppendScalar(StringBuilder text, string value, ref int index)
    {
        if (Rune.DecodeFromUtf16(value.AsSpan(index), out var rune, out var length) != OperationStatus.Done)
        {
            throw new FormatException("a text in it is no Unicode");
        }

        index += length - 1;
        return text.Append(rune);
    }
}
