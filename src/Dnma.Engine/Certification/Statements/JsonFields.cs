using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dnma.Engine.Certification.Statements;

/// <summary>
/// The members of one JSON object, each taken by name and type; <see cref="Complete"/> then finds those that nobody asked for. What is missing or of
/// another type is a <see cref="FormatException"/> that names the place. Not thread safe.
/// </summary>
internal sealed class JsonFields
{
    private const int DigestLength = 64;
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private readonly JsonObject _members;
    private readonly string _place;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public JsonFields(JsonNode? node, string place)
    {
        _place = place;
        _members = node as JsonObject ?? throw new FormatException($"{place} is no object");
    }

    /// <summary>Whether there is such a member.</summary>
    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>A text.</summary>
    public string Text(string name) =>
        Take(name) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw Wrong(name, "text");

    /// <summary>A SHA-256 in lower-case hexadecimal.</summary>
    public string Digest(string name)
    {
        var text = Text(name);
        return text.Length == DigestLength && !text.AsSpan().ContainsAnyExcept(Hexadecimal) ? text : throw Wrong(name, "SHA-256");
    }

    /// <summary>A number as <see cref="CanonicalJson.NumberOf"/> writes it.</summary>
    public long Number(string name) => NumberOf(Take(name)) ?? throw Wrong(name, "whole number");

    /// <summary>A number that is not negative.</summary>
    public long Count(string name) => Number(name) is var count and >= 0 ? count : throw Wrong(name, "count");

    /// <summary>A small number that is not negative.</summary>
    public int Int32(string name) => Count(name) is var count and <= int.MaxValue ? (int)count : throw Wrong(name, "small count");

    /// <summary>True or false.</summary>
    public bool Flag(string name) => Take(name)?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Wrong(name, "true or false"),
    };

    /// <summary>An object.</summary>
    public JsonFields Object(string name) => new(Take(name), $"{_place}.{name}");

    /// <summary>The items of an array.</summary>
    public IReadOnlyList<T> Items<T>(string name, Func<JsonFields, T> read) =>
        Take(name) is JsonArray items
            ? [.. items.Select((item, index) => Read(new JsonFields(item, string.Create(CultureInfo.InvariantCulture, $"{_place}.{name}[{index}]")), read))]
            : throw Wrong(name, "array");

    /// <summary>An array of texts.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Take(name) is JsonArray items
            ? [.. items.Select(item => item is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw Wrong(name, "list of texts"))]
            : throw Wrong(name, "array");

    /// <summary>An object of texts, in the order of their names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs(string name)
    {
        var fields = Object(name);
        return [.. fields.Names().Select(key => new KeyValuePair<string, string>(key, fields.Text(key)))];
    }

    /// <summary>An object of counts, in the order of their names.</summary>
    public IReadOnlyList<LedgerLine> Lines(string name)
    {
        var fields = Object(name);
        return [.. fields.Names().Select(key => new LedgerLine(key, fields.Count(key)))];
    }

    /// <summary>Reads an object whole: nothing may be in it that is not read.</summary>
    public static T Read<T>(JsonFields fields, Func<JsonFields, T> read)
    {
        var value = read(fields);
        fields.Complete();
        return value;
    }

    /// <summary>Ends the reading.</summary>
    public void Complete()
    {
        if (_members.Select(member => member.Key).FirstOrDefault(name => !_taken.Contains(name)) is { } other)
        {
            throw new FormatException($"{_place} has a member that is none of a certificate's, of {other.Length} characters");
        }
    }

    private static long? NumberOf(JsonNode? node)
    {
        if (node is not JsonValue value)
        {
            return null;
        }

        // Beyond 2⁵³ as text, and only there: one way to write each number.
        var isText = value.GetValueKind() == JsonValueKind.String;
        var isNumber = isText
            ? long.TryParse(value.GetValue<string>(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            : value.TryGetValue(out number);
        return isNumber && JsonNode.DeepEquals(CanonicalJson.NumberOf(number), value) ? number : null;
    }

    private IEnumerable<string> Names() => _members.Select(member => member.Key).Order(StringComparer.Ordinal);

    private JsonNode? Take(string name)
    {
        _taken.Add(name);
        return _members.TryGetPropertyValue(name, out var node) ? node : throw new FormatException($"{_place} has no \"{name}\"");
    }

    private FormatException Wrong(string name, string type) => new($"{_place}.{name} is no {type}");
}
