using System.Text.Json.Nodes;

namespace Dnma.Engine.Tests.Notebooks;

/// <summary>Notebooks that tests write: a title, then cells of code.</summary>
internal static class WrittenNotebook
{
    public static string Of(params string[] cells) => new JsonObject
    {
        ["cells"] = new JsonArray([Cell("markdown", "title", "# Written"), .. cells.Select((code, index) => Cell("code", $"cell-{index}", code))]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();

    private static JsonObject Cell(string kind, string id, string source) =>
        new() { ["cell_type"] = kind, ["id"] = id, ["metadata"] = new JsonObject(), ["source"] = new JsonArray(source), ["outputs"] = new JsonArray() };
}
