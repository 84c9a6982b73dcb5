using System.Text.Json.Nodes;

namespace Dnma.Engine.NotebookRunner;

/// <summary>Texts of notebooks: a list of lines, each with its end, so that differences are told line by line. Thread safe.</summary>
internal static class NotebookText
{
    /// <summary>The text of a list of lines, or of a single text.</summary>
    public static string Of(JsonNode text) => text is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)text!;

    /// <summary>The lines of a text.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }
}
