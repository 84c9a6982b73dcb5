using System.IO.Compression;
using System.Xml.Linq;
using Dnma.Engine.Tests.Architecture;
using Dnma.Engine.Tests.Command;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Documents;

/// <summary>The package of charts: what is in it, and what it depends on.</summary>
public sealed class ChartPackageTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The example is a part of a sample (DocumentTest); run, it leaves the files that it speaks of.</summary>
    [Fact]
    public async Task The_example_leaves_its_files()
    {
        var run = await SampleProgram.RunAsync("chart", _folder.Path, null);
        Assert.Equal((0, ""), (run.Status, run.Error));
        Assert.Equal(["services.html", "services.png", "services.svg"], Directory.EnumerateFiles(_folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(0x89504E47u, System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(File.ReadAllBytes(Path.Combine(_folder.Path, "services.png"))));
        Assert.Equal("svg", XDocument.Load(Path.Combine(_folder.Path, "services.svg")).Root!.Name.LocalName);
        Assert.Equal("figure", XDocument.Load(Path.Combine(_folder.Path, "services.html")).Root!.Name.LocalName);
    }

    [Fact]
    public async Task The_package_of_charts_holds_what_it_must()
    {
        var run = await SampleProgram.StartAsync(SourceTree.Root, ["pack", Path.Combine("src", "Dnma.Engine.Charts"), "--no-build", "-c", "Debug", "-o", _folder.Path, "-v", "quiet"], null, TestContext.Current.CancellationToken);
        Assert.True(run.Status == 0, run.Output + run.Error);
        await using var zip = await ZipFile.OpenReadAsync(Assert.Single(Directory.EnumerateFiles(_folder.Path, "*.nupkg")));
        Assert.Subset(zip.Entries.Select(entry => entry.FullName).ToHashSet(), new HashSet<string> { "README.md", "icon.png", "lib/net10.0/Dnma.Engine.Charts.dll", "lib/net10.0/Dnma.Engine.Charts.xml" });
        using var nuspec = new StreamReader(await zip.GetEntry("Dnma.Engine.Charts.nuspec")!.OpenAsync());
        var metadata = XDocument.Parse(await nuspec.ReadToEndAsync()).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        Assert.Equal(("Dnma.Engine.Charts", "MIT", "README.md", "icon.png"), (Value("id"), Value("license"), Value("readme"), Value("icon")));

        // Pinned transitive packages are among them: the library's own.
        var declared = metadata.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!).ToArray();
        Assert.Subset(declared.ToHashSet(), new HashSet<string> { "Dnma.Engine", "ScottPlot" });
        Assert.DoesNotContain(declared, name => name.Contains("Analyzers", StringComparison.Ordinal));
        Assert.Single(Directory.EnumerateFiles(_folder.Path, "*.snupkg"));
    }
}
