using Dnma.Engine.Charts;
using Dnma.Engine.Hits;
using Dnma.Engine.Tests.Architecture;

namespace Dnma.Engine.Tests.Documents;

/// <summary>The reference is that of the libraries as they are. With DNMA_WRITE=api in the environment it is made anew instead (docs/package.md).</summary>
public class ApiReferenceTest
{
    private static readonly System.Reflection.Assembly[] Libraries = [typeof(AudienceEngine).Assembly, typeof(AudienceCharts).Assembly];
    private static readonly string Folder = Path.Combine(SourceTree.Root, "docs", "api");

    [Fact]
    public void The_reference_is_current()
    {
        var pages = ApiReference.Pages(Libraries);
        if (Environment.GetEnvironmentVariable("DNMA_WRITE") == "api")
        {
            if (Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }

            _ = Directory.CreateDirectory(Folder);
            Assert.All(pages, page => File.WriteAllText(Path.Combine(Folder, page.Key), page.Value));
        }

        Assert.Equal(pages.Keys, Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.All(pages, page => Assert.Equal(page.Value, File.ReadAllText(Path.Combine(Folder, page.Key))));
    }

    /// <summary>By hand: what a constructor, an indexer, a generic method and a by-reference parameter are called.</summary>
    [Fact]
    public void Names_are_those_of_the_documentation_file()
    {
        var page = ApiReference.Pages(Libraries)["Dnma.Engine.Hits.md"];
        Assert.Contains("| `Visitor` | The person's id, as the platform has it; empty: nobody is known, and the hit is excluded as anonymous. |", page, StringComparison.Ordinal);
        Assert.Contains("| `string Uai { get; init; }` | The establishment: seven digits and a letter, in any case. |", page, StringComparison.Ordinal);
        Assert.Contains("| `string ValueName { get; init; }` | What the cells are of. |", ApiReference.Pages(Libraries)["Dnma.Engine.Charts.md"], StringComparison.Ordinal);
        Assert.Equal("P:Dnma.Engine.Indicators.IndicatorTable.Item(System.Int32)", ApiText.IdOf(typeof(Engine.Indicators.IndicatorTable).GetProperty("Item")!));
        Assert.Equal("M:Dnma.Engine.Hits.Hit.#ctor(System.DateTimeOffset,System.String)", ApiText.IdOf(typeof(Hit).GetConstructor([typeof(DateTimeOffset), typeof(string)])!));
    }

    /// <summary>Every documented public member stands in it: nothing is lost on the way from an id to a member.</summary>
    [Fact]
    public void No_public_member_is_left_out()
    {
        var pages = string.Concat(ApiReference.Pages(Libraries).Values);
        var silent = Libraries.SelectMany(library => library.GetExportedTypes())
            .SelectMany(type => type.GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName && !pages.Contains($"| `{ApiText.SignatureOf(method)}` |", StringComparison.Ordinal));
        Assert.Empty(silent.Select(method => $"{method.DeclaringType}.{method.Name}"));
    }
}
