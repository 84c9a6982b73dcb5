using System.Text.Json.Nodes;

namespace Dnma.Engine.NotebookRunner;

/// <summary>A code cell. Not thread safe.</summary>
/// <param name="cell">As the notebook has it.</param>
/// <param name="number">Which cell of the notebook it is, from 1, texts included.</param>
/// <param name="execution">Which code cell it is, from 1.</param>
internal sealed class NotebookCell(JsonObject cell, int number, int execution)
{
    /// <summary>Which cell of the notebook it is, from 1, texts included.</summary>
    public int Number => number;

    /// <summary>The code.</summary>
    public string Source => NotebookText.Of(cell["source"]!);

    /// <summary>Puts new outputs in place of what was there.</summary>
    public void Take(JsonArray outputs)
    {
        foreach (var output in outputs.OfType<JsonObject>().Where(output => (string?)output["output_type"] == "execute_result"))
        {
            output["execution_count"] = execution;
        }

        cell["execution_count"] = execution;
        cell["outputs"] = outputs;
    }
}
