using System.Text.Json.Nodes;
using Dnma.Engine.Tests.Architecture;
using Dnma.Engine.Tests.Command;
using Dnma.Engine.Tests.Documents;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Notebooks;

/// <summary>
/// The notebooks run from a published folder, in the C# kernel of .NET Interactive, and show what they are committed with. With DNMA_WRITE=notebooks in the
/// environment their outputs are made anew instead (docs/notebooks.md).
/// </summary>
public sealed class NotebookTest(PublishedEngine engine) : IClassFixture<PublishedEngine>
{
    private const string Opening = "#r \"engine/Dnma.Engine.dll\"\n";

    public static TheoryData<string> Notebooks() => [.. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path))];

    [Fact]
    public void There_are_three() => Assert.Equal(["first.ipynb", "school-week.ipynb", "year.ipynb"], Notebooks().Select(row => row.Data).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task The_outputs_are_those_of_the_engine(string name)
    {
        var committed = Repository.Text($"notebooks/{name}");
        var (run, text) = await engine.RunAsync(name, committed);
        Assert.Equal((0, ""), (run.Status, run.Error));
        if (Environment.GetEnvironmentVariable("DNMA_WRITE") == "notebooks")
        {
            await File.WriteAllTextAsync(Path.Combine(SourceTree.Root, "notebooks", name), committed = text, TestContext.Current.CancellationToken);
        }

        Assert.Equal(NotebookFile.Comparable(committed), NotebookFile.Comparable(text));
        Assert.All(NotebookFile.CodeCells(text).SelectMany(cell => cell["outputs"]!.AsArray()).Where(output => output!["data"] is not null), output =>
        {
            // A value that our formatters do not know is shown by the kernel's own, with its styles.
            Assert.DoesNotContain("dni-", NotebookFile.Of(output!, "text/html"), StringComparison.Ordinal);
        });
    }

    /// <summary>The same figures without a notebook: what the file-based twin prints is what the cells show.</summary>
    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task The_twin_prints_what_the_notebook_shows(string name)
    {
        using var folder = new TemporaryFolder();
        var run = await SampleProgram.RunAsync($"notebook-{Path.GetFileNameWithoutExtension(name)}", folder.Path, null);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(NotebookFile.Shown(Repository.Text($"notebooks/{name}")), run.Output);
    }

    /// <summary>As counted by hand in the notebook's own words: 5 × 4 × 230, and (4 × 4 + 1 + 4) × 296; on the constant perimeter 4 × 4 of each.</summary>
    [Fact]
    public void The_year_that_is_compared_is_the_one_that_was_lived()
    {
        var shown = NotebookFile.Shown(Repository.Text("notebooks/year.ipynb"));
        Assert.Contains("in 4 600 visits", shown, StringComparison.Ordinal);
        Assert.Contains("in 6 216 visits", shown, StringComparison.Ordinal);
        Assert.Matches(@"(?s)Full perimeter .*?  visits +4 600 +6 216 +\+1 616 +\+35\.1 %.*Constant perimeter .*?  visits +3 680 +4 736 +\+1 056 +\+28\.7 %", shown);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_notebook_is_of_nbformat_4_5_and_opens_like_the_others(string name)
    {
        var notebook = JsonNode.Parse(Repository.Text($"notebooks/{name}"))!;
        Assert.Equal((4, 5), ((int)notebook["nbformat"]!, (int)notebook["nbformat_minor"]!));
        Assert.Equal(".net-csharp", (string?)notebook["metadata"]!["kernelspec"]!["name"]);
        var ids = notebook["cells"]!.AsArray().Select(cell => (string)cell!["id"]!).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
        var first = string.Concat(notebook["cells"]![0]!["source"]!.AsArray().Select(line => (string)line!));
        Assert.StartsWith("# ", first, StringComparison.Ordinal);
        Assert.Contains("\ndotnet publish src/Dnma.Engine.Charts -p:PublishProfile=notebooks\n", first, StringComparison.Ordinal);
        Assert.StartsWith(Opening, string.Concat(notebook["cells"]![1]!["source"]!.AsArray().Select(line => (string)line!)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("throw new InvalidOperationException(\"told\");", "System.InvalidOperationException: told")]
    [InlineData("int figure = ;", "error CS1525")]
    [InlineData("#r \"engine/Nothing.dll\"", "Nothing.dll")]
    public async Task A_cell_that_fails_is_named(string code, string told)
    {
        var (run, _) = await engine.RunAsync("failing.ipynb", WrittenNotebook.Of("var two = 2;", code));
        Assert.Equal(2, run.Status);
        Assert.StartsWith("failing.ipynb, cell 3: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_differs_is_noticed_and_a_picture_that_is_drawn_otherwise_is_not()
    {
        var committed = Repository.Text("notebooks/first.ipynb");
        Assert.Contains("<svg ", committed, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg ", NotebookFile.Comparable(committed), StringComparison.Ordinal);
        Assert.Contains("1 407", NotebookFile.Comparable(committed), StringComparison.Ordinal);
        Assert.NotEqual(NotebookFile.Comparable(committed), NotebookFile.Comparable(committed.Replace("1 407", "1 408", StringComparison.Ordinal)));
        Assert.Equal(NotebookFile.Comparable(committed), NotebookFile.Comparable(committed.Replace("<svg ", "<svg id='other' ", StringComparison.Ordinal)));
    }
}
