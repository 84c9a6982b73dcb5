using Dnma.Engine.Tests.Architecture;
using Dnma.Engine.Tests.Command;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Notebooks;

/// <summary>
/// The folders that notebooks expect, somewhere else: the engine published beside them as docs/notebooks.md says, and the data that they read.
/// Made once for all tests; each runs a notebook in a process that knows nothing of the engine but this folder.
/// </summary>
public sealed class PublishedEngine : IAsyncLifetime
{
    private static readonly string[] Data = ["data/fixtures/measure/demo-day", "data/fixtures/measure/demo-week"];

    private readonly TemporaryFolder _folder = new();

    /// <summary>Where notebooks run.</summary>
    public string Folder => Path.Combine(_folder.Path, "notebooks");

    // Of the same configuration as these tests, which built them.
    private static string Configuration { get; } = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;

    private static string Runner { get; } =
        Path.Combine(SourceTree.Root, "tests", "Dnma.Engine.NotebookRunner", "bin", Configuration, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "Dnma.Engine.NotebookRunner.dll");

    public async ValueTask InitializeAsync()
    {
        foreach (var data in Data)
        {
            var target = Directory.CreateDirectory(Path.Combine(_folder.Path, data)).FullName;
            foreach (var file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, data)))
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }
        }

        _ = Directory.CreateDirectory(Folder);
        string[] publish = ["publish", Path.Combine("src", "Dnma.Engine.Charts"), "--no-build", "-c", Configuration, "-v", "quiet", "-p:PublishProfile=notebooks", "-o", Path.Combine(Folder, "engine")];
        var run = await SampleProgram.StartAsync(SourceTree.Root, publish, null, CancellationToken.None);
        Assert.True(run.Status == 0, run.Output + run.Error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs a notebook.</summary>
    /// <param name="name">Its file's name.</param>
    /// <param name="text">Its text.</param>
    /// <returns>How it ended, and its text with the outputs; empty when a cell failed.</returns>
    public async Task<(SampleRun Run, string Text)> RunAsync(string name, string text)
    {
        var (source, target) = (Path.Combine(Folder, name), Path.Combine(_folder.Path, name));
        await File.WriteAllTextAsync(source, text);
        var run = await SampleProgram.StartAsync(Folder, [Runner, source, target], null, TestContext.Current.CancellationToken);
        return (run, run.Status == 0 ? await File.ReadAllTextAsync(target) : "");
    }
}
