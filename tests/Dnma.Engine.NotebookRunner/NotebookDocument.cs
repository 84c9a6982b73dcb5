using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dnma.Engine.NotebookRunner;

/// <summary>A notebook of nbformat 4.5, whose text but for the outputs stays as it is. Not thread safe.</summary>
internal sealed class NotebookDocument
{
    // As Jupyter writes notebooks: one space, no escapes, a line feed at the end.
    private static readonly JsonSerializerOptions Style = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _document;

    private NotebookDocument(JsonObject document) => _document = document;

    /// <summary>The cells that are run, in order.</summary>
    public IEnumerable<NotebookCell> CodeCells => _document["cells"]!.AsArray()
        .Select((cell, index) => (Cell: cell!.AsObject(), Number: index + 1))
        .Where(cell => (string?)cell.Cell["cell_type"] == "code")
        .Select((cell, index) => new NotebookCell(cell.Cell, cell.Number, index + 1));

    public static NotebookDocument Read(string path)
    {
        var document = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        return (int?)document["nbformat"] == 4 && (int?)document["nbformat_minor"] >= 5
            ? new NotebookDocument(document)
            : throw new InvalidDataException($"{path} is not of nbformat 4.5.");
    }

    public void Write(string path) => File.WriteAllText(path, _document.ToJsonString(Style) + '\n');
}
