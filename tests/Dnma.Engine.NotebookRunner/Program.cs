using Dnma.Engine.NotebookRunner;

// Runs the code cells of a notebook in order in the C# kernel of .NET Interactive, and writes the notebook with its outputs: NOTEBOOK FILE.
// The engine is not referenced: what cells know of it, they take from where the notebook says, in the working folder.
if (args is not [var notebook, var target])
{
    Console.Error.WriteLine("usage: NOTEBOOK FILE");
    return 1;
}

var document = NotebookDocument.Read(notebook);
using var kernel = new NotebookKernel();
foreach (var cell in document.CodeCells)
{
    var run = await kernel.RunAsync(cell.Source);
    if (run.Error is { } error)
    {
        Console.Error.WriteLine($"{Path.GetFileName(notebook)}, cell {cell.Number}: {error}");
        return 2;
    }

    cell.Take(run.Outputs);
}

document.Write(target);
return 0;
