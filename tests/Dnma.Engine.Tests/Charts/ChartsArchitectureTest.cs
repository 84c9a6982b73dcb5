using System.Reflection;
using System.Xml.Linq;
using Dnma.Engine.Charts;
using Dnma.Engine.Tests.Architecture;

namespace Dnma.Engine.Tests.Charts;

/// <summary>The package stands beside the library: nothing of the core knows it, it uses the public face alone, and its own is documented.</summary>
public class ChartsArchitectureTest
{
    private static readonly Assembly Package = typeof(AudienceCharts).Assembly;
    private static readonly string Folder = Path.Combine(SourceTree.Root, "src", "Dnma.Engine.Charts");

    [Fact]
    public void The_library_does_not_know_charts()
    {
        Assert.DoesNotContain(SourceTree.LibraryFiles(), file => file.Text.Contains("Engine.Charts", StringComparison.Ordinal) || file.Text.Contains("ScottPlot", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(AudienceEngine).Assembly.GetReferencedAssemblies(), name => name.Name is "Dnma.Engine.Charts" or "ScottPlot" or "SkiaSharp");
    }

    [Fact]
    public void Charts_use_the_public_face_alone() =>
        Assert.DoesNotContain(typeof(AudienceEngine).Assembly.GetCustomAttributesData(), friend => friend.AttributeType.Name == "InternalsVisibleToAttribute" && friend.ConstructorArguments[0].Value is "Dnma.Engine.Charts");

    [Fact]
    public void Values_name_no_library_that_draws() =>
        Assert.DoesNotContain(Files(), file => !file.Path.StartsWith("Drawing/", StringComparison.Ordinal) && !file.Path.StartsWith("VegaLite/", StringComparison.Ordinal) && (file.Text.Contains("using ScottPlot", StringComparison.Ordinal) || file.Text.Contains("using SkiaSharp", StringComparison.Ordinal)));

    [Fact]
    public void Files_are_short_and_their_namespace_is_their_folder() => Assert.All(Files(), file =>
    {
        Assert.InRange(file.Text.Split('\n').Length, 1, 250);
        var folder = Path.GetDirectoryName(file.Path)!;
        Assert.Contains($"namespace Dnma.Engine.Charts{(folder.Length > 0 ? "." + folder : "")};", file.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_public_type_is_documented_sealed_and_says_what_threads_may_do()
    {
        var members = XDocument.Load(Path.ChangeExtension(Package.Location, ".xml")).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, member => member.Value);
        Assert.NotEmpty(Package.GetExportedTypes());
        Assert.All(Package.GetExportedTypes(), type =>
        {
            Assert.True(members.TryGetValue($"T:{type.FullName}", out var text), type.FullName);
            Assert.True(type.IsEnum || text.Contains("thread", StringComparison.OrdinalIgnoreCase), type.FullName);
            Assert.True(type.IsSealed || type.IsAbstract, type.FullName);
        });
    }

    private static IEnumerable<(string Path, string Text)> Files() =>
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories).Select(path => (Path: Path.GetRelativePath(Folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .Where(file => !file.Path.StartsWith("bin/", StringComparison.Ordinal) && !file.Path.StartsWith("obj/", StringComparison.Ordinal));
}
