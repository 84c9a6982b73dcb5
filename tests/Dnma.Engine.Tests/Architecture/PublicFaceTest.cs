using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dnma.Engine.Tests.Architecture;

/// <summary>What callers see: documented, closed for inheritance but where it is made for it, sure of its threads; and inside each room no circle of folders.</summary>
public partial class PublicFaceTest
{
    private static readonly Assembly Library = typeof(AudienceEngine).Assembly;

    [Fact]
    public void Public_classes_are_sealed_or_made_to_be_derived_from() =>
        Assert.Empty(
            from type in Library.GetExportedTypes()
            where type.IsClass && !type.IsSealed && !type.IsAbstract && !type.IsSubclassOf(typeof(Exception))
            select type.FullName);

    [Fact]
    public void Public_types_have_a_summary()
    {
        var documented = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null || member.Element("inheritdoc") is not null)
            .Select(member => (string)member.Attribute("name")!)
            .ToHashSet();
        Assert.Empty(
            from type in Library.GetExportedTypes()
            where !documented.Contains($"T:{type.FullName!.Replace('+', '.')}")
            select type.FullName);
    }

    [Fact]
    public void A_public_class_with_state_says_what_threads_may_do()
    {
        var silent =
            from file in SourceTree.LibraryFiles()
            where Regex.IsMatch(file.Text, @"^public sealed class \w+", RegexOptions.Multiline)
            where Regex.IsMatch(file.Text, @"^    private (?!static|const)[^(=;]+ _\w+( =[^>]|;)", RegexOptions.Multiline)
            where !file.Text.Contains("Exception\n", StringComparison.Ordinal)
            where !Regex.IsMatch(file.Text, "thread", RegexOptions.IgnoreCase)
            select file.Path;
        Assert.Empty(silent);
    }

    /// <summary>An enumeration and the signature of a method have no state; all else says what threads may do with it.</summary>
    [Fact]
    public void Every_public_type_says_what_threads_may_do()
    {
        var saying = XDocument.Load(Path.ChangeExtension(Library.Location, ".xml")).Descendants("member")
            .Where(member => member.Elements().Any(part => part.Name.LocalName is "summary" or "remarks" && part.Value.Contains("thread", StringComparison.OrdinalIgnoreCase)))
            .Select(member => (string)member.Attribute("name")!)
            .ToHashSet();
        Assert.NotEmpty(saying);
        Assert.Empty(
            from type in Library.GetExportedTypes()
            where !type.IsEnum && !type.IsSubclassOf(typeof(Delegate))
            where !saying.Contains($"T:{type.FullName!.Replace('+', '.')}")
            select type.FullName);
    }

    [Fact]
    public void Folders_of_a_room_form_no_circle()
    {
        var edges = new Dictionary<string, HashSet<string>>();
        foreach (var (path, text) in SourceTree.LibraryFiles())
        {
            var folder = Path.GetDirectoryName(path)!.Replace('\\', '/').Replace('/', '.');
            foreach (Match match in UsedNamespace().Matches(text))
            {
                var used = match.Groups[1].Value;
                if (used != folder && used.Split('.')[0] == folder.Split('.')[0])
                {
                    (edges.TryGetValue(folder, out var set) ? set : edges[folder] = []).Add(used);
                }
            }
        }

        Assert.NotEmpty(edges);
        Assert.DoesNotContain(edges.Keys, folder => Reaches(folder, folder, []));

        bool Reaches(string from, string to, HashSet<string> seen) =>
            edges.TryGetValue(from, out var next) && next.Any(folder => folder == to || (seen.Add(folder) && Reaches(folder, to, seen)));
    }

    [Fact]
    public void Every_banned_symbol_exists()
    {
        // The analyzer passes over a name that it cannot resolve: a misspelled ban would ban nothing.
        var lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "src", "Dnma.Engine", "BannedSymbols.txt")).Where(line => line.Length > 0).ToArray();
        Assert.NotEmpty(lines);
        foreach (var line in lines)
        {
            var (kind, name) = (line[0], line[2..line.IndexOf(';', StringComparison.Ordinal)].Split('(')[0]);
            var (owner, member) = kind == 'T' ? (name, "") : (name[..name.LastIndexOf('.')], name[(name.LastIndexOf('.') + 1)..]);
            var type = AppDomain.CurrentDomain.GetAssemblies().Append(typeof(Regex).Assembly).Select(assembly => assembly.GetType(owner)).FirstOrDefault(found => found is not null);
            Assert.True(type is not null, line);
            Assert.True(member.Length == 0 || type.GetMember(member).Length > 0, line);
        }
    }

    [GeneratedRegex(@"^using Dnma\.Engine\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsedNamespace();
}
