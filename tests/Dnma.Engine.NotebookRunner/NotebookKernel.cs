using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Dnma.Engine.NotebookRunner;

/// <summary>The C# kernel that Jupyter and Visual Studio Code run notebooks in, without either. Not thread safe.</summary>
internal sealed class NotebookKernel : IDisposable
{
    private readonly CSharpKernel _kernel = new();

    public void Dispose() => _kernel.Dispose();

    /// <summary>Runs a cell.</summary>
    /// <param name="code">Its source.</param>
    /// <returns>Its outputs as notebooks keep them, and what went wrong; null when nothing did.</returns>
    public async Task<(JsonArray Outputs, string? Error)> RunAsync(string code)
    {
        var result = await _kernel.SendAsync(new SubmitCode(code));
        var outputs = new JsonArray();
        foreach (var happened in result.Events)
        {
            switch (happened)
            {
                case CommandFailed failed:
                    return (outputs, failed.Message);
                case StandardOutputValueProduced text:
                    AddStream(outputs, "stdout", TextOf(text));
                    break;
                case StandardErrorValueProduced text:
                    AddStream(outputs, "stderr", TextOf(text));
                    break;
                case ReturnValueProduced value:
                    outputs.Add((JsonNode)Display("execute_result", value.FormattedValues));
                    break;
                case DisplayedValueProduced value:
                    outputs.Add((JsonNode)Display("display_data", value.FormattedValues));
                    break;
            }
        }

        return (outputs, null);
    }

    /// <summary>Text follows text of the same stream, as notebooks show it.</summary>
    private static void AddStream(JsonArray outputs, string name, string text)
    {
        if (outputs.LastOrDefault() is JsonObject last && (string?)last["name"] == name)
        {
            text = NotebookText.Of(last["text"]!) + text;
            outputs.RemoveAt(outputs.Count - 1);
        }

        outputs.Add((JsonNode)new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = NotebookText.Lines(text) });
    }

    private static JsonObject Display(string kind, IReadOnlyCollection<FormattedValue> values)
    {
        var data = new JsonObject();
        foreach (var value in values.OrderBy(value => value.MimeType, StringComparer.Ordinal))
        {
            data[value.MimeType] = value.MimeType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(value.Value) : NotebookText.Lines(value.Value);
        }

        return new JsonObject { ["data"] = data, ["metadata"] = new JsonObject(), ["output_type"] = kind };
    }

    private static string TextOf(DisplayEvent output) => output.FormattedValues.Single().Value;
}
