using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dnma.Engine.Tests.Notebooks;

/// <summary>A notebook as it is compared and read.</summary>
internal static partial class NotebookFile
{
    /// <summary>
    /// What must be the same wherever a notebook runs: everything but how pictures are drawn, which is up to the letters that a machine has. Their figures stand
    /// beside them, in the text and in the table below.
    /// </summary>
    public static string Comparable(string notebook) => Svg().Replace(notebook, "<svg/>");

    /// <summary>The code cells.</summary>
    public static IEnumerable<JsonObject> CodeCells(string notebook) =>
        JsonNode.Parse(notebook)!["cells"]!.AsArray().Select(cell => cell!.AsObject()).Where(cell => (string?)cell["cell_type"] == "code");

    /// <summary>Everything that the cells show, one after the other, as a terminal would.</summary>
    public static string Shown(string notebook) => string.Concat(CodeCells(notebook).SelectMany(cell => cell["outputs"]!.AsArray()).Select(output => Of(output!, "text/plain")));

    /// <summary>An output's text of a kind; that of a stream is plain.</summary>
    public static string Of(JsonNode output, string mimeType) =>
        string.Concat((output["text"] ?? output["data"]![mimeType]!).AsArray().Select(line => (string)line!));

    // Over the lines of a JSON list: a picture is one text there.
    [GeneratedRegex("<svg .*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Svg();
}
