using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Dnma.Engine.Tests.Architecture;
using Dnma.Engine.Tests.Command;
using Dnma.Engine.Tests.Ingest;

namespace Dnma.Engine.Tests.Documents;

/// <summary>The NuGet package: what is in it, and that a program of somebody else's builds and runs with it alone.</summary>
public sealed class PackageTest : IDisposable
{
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_package_holds_what_it_must_and_serves_a_stranger()
    {
        await RunAsync(SourceTree.Root, "pack", Path.Combine("src", "Dnma.Engine"), "--no-build", "-c", "Debug", "-o", _folder.Path, "-v", "quiet");
        var package = Assert.Single(Directory.EnumerateFiles(_folder.Path, "*.nupkg"));
        using (var zip = ZipFile.OpenRead(package))
        {
            Assert.Subset(
                zip.Entries.Select(entry => entry.FullName).ToHashSet(),
                new HashSet<string> { "README.md", "icon.png", "lib/net10.0/Dnma.Engine.dll", "lib/net10.0/Dnma.Engine.xml" });
            AssertDescription(Read(zip, "Dnma.Engine.nuspec"));
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "src", "Dnma.Engine", "Package", "README.md")), Read(zip, "README.md"));
            using var library = new MemoryStream();
            await using (var entry = await zip.GetEntry("lib/net10.0/Dnma.Engine.dll")!.OpenAsync())
            {
                await entry.CopyToAsync(library);
            }

            library.Position = 0;
            using var image = new PEReader(library);
            Assert.Contains(image.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        }

        AssertSymbols(Assert.Single(Directory.EnumerateFiles(_folder.Path, "*.snupkg")));
        Assert.Equal("1 visits by 1 users", await ConsumedAsync(Path.GetFileNameWithoutExtension(package)["Dnma.Engine.".Length..]));
    }

    [Fact]
    public void The_package_s_example_runs() =>
        Assert.All(Repository.Announced("src/Dnma.Engine/Package/README.md", "from").ToArray(), snippet => Assert.Contains(snippet.Block, Repository.Text(snippet.Name), StringComparison.Ordinal));

    private static void AssertDescription(string nuspec)
    {
        var metadata = XDocument.Parse(nuspec).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;
        Assert.Equal(("Dnma.Engine", "MIT", "README.md", "icon.png"), (Value("id"), Value("license"), Value("readme"), Value("icon")));
        var referenced = XDocument.Load(Path.Combine(SourceTree.Root, "src", "Dnma.Engine", "Dnma.Engine.csproj")).Descendants("PackageReference")
            .Where(reference => reference.Attribute("PrivateAssets") is null)
            .Select(reference => (string)reference.Attribute("Include")!);
        var declared = metadata.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => (string)element.Attribute("id")!);
        Assert.Subset(declared.ToHashSet(), referenced.ToHashSet());
        Assert.DoesNotContain(declared, name => name.Contains("Analyzers", StringComparison.Ordinal));
    }

    /// <summary>Whoever debugs has the sources, without a network and without a repository.</summary>
    private static void AssertSymbols(string package)
    {
        using var zip = ZipFile.OpenRead(package);
        using var symbols = new MemoryStream();
        using (var entry = zip.GetEntry("lib/net10.0/Dnma.Engine.pdb")!.Open())
        {
            entry.CopyTo(symbols);
        }

        symbols.Position = 0;
        using var provider = MetadataReaderProvider.FromPortablePdbStream(symbols);
        var reader = provider.GetMetadataReader();
        var embedded = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Where(one => reader.GetGuid(one.Kind) == EmbeddedSource).Select(one => one.Parent).ToHashSet();
        Assert.NotEmpty(reader.Documents);
        Assert.All(reader.Documents, document => Assert.Contains((EntityHandle)document, embedded));
    }

    /// <summary>A program in an empty folder, restored from the package and from what is on this machine already.</summary>
    private async Task<string> ConsumedAsync(string version)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        _ = _folder.Write("nuget.config", System.Text.Encoding.UTF8.GetBytes($"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{_folder.Path}" /></packageSources>
              <fallbackPackageFolders><clear /><add key="machine" value="{packages}" /></fallbackPackageFolders>
            </configuration>
            """));
        _ = _folder.Write("Stranger.csproj", System.Text.Encoding.UTF8.GetBytes($"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <RestorePackagesPath>{Path.Combine(_folder.Path, "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Dnma.Engine" Version="{version}" /></ItemGroup>
            </Project>
            """));
        _ = _folder.Write("Program.cs", """
            using Dnma.Engine;
            using Dnma.Engine.Hits;
            using Dnma.Engine.Ingest;

            await using var engine = AudienceEngine.Create();
            var measurement = await engine.MeasureAsync(HitLog.Hits("hits", One()));
            using var database = measurement.OpenDatabase();
            Console.WriteLine($"{measurement.NationalTotal?.Visits} visits by {measurement.NationalTotal?.Users} users");

            static async IAsyncEnumerable<Hit> One()
            {
                await Task.Yield();
                yield return new Hit(DateTimeOffset.FromUnixTimeSeconds(1662364800), "anna");
            }
            """u8);
        await RunAsync(_folder.Path, "build", "-v", "quiet", "-o", Path.Combine(_folder.Path, "built"));
        return (await RunAsync(_folder.Path, Path.Combine(_folder.Path, "built", "Stranger.dll"))).Trim();
    }

    private static string Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var run = await SampleProgram.StartAsync(folder, arguments, null, TestContext.Current.CancellationToken);
        Assert.True(run.Status == 0, run.Output + run.Error);
        return run.Output;
    }
}
