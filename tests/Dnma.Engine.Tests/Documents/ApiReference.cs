using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Dnma.Engine.Tests.Documents;

/// <summary>The reference of the public API as pages of Markdown, one for each namespace, from the assemblies and their documentation files.</summary>
internal static class ApiReference
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The pages, by file name.</summary>
    public static SortedDictionary<string, string> Pages(params Assembly[] libraries)
    {
        var documented = libraries.SelectMany(library => XDocument.Load(Path.ChangeExtension(library.Location, ".xml")).Descendants("member")).ToDictionary(member => (string)member.Attribute("name")!);
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var index = new StringBuilder("# API reference\n\nMade from the documentation comments of `Dnma.Engine` and `Dnma.Engine.Charts`; a test holds that it is current. Made anew: [package](../package.md).\n\n| namespace | types |\n|---|---|\n");
        foreach (var room in libraries.SelectMany(library => library.GetExportedTypes()).GroupBy(type => type.Namespace!).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            var types = room.OrderBy(type => type.FullName, StringComparer.Ordinal).ToArray();
            var page = new StringBuilder($"# {room.Key}\n");
            foreach (var type in types)
            {
                AddType(page, type, documented);
            }

            pages.Add($"{room.Key}.md", page.ToString());
            _ = index.Append($"| [{room.Key}]({room.Key}.md) | {string.Join(", ", types.Select(type => $"`{ApiText.NameOf(type)}`"))} |\n");
        }

        pages.Add("README.md", index.ToString());
        return pages;
    }

    private static void AddType(StringBuilder page, Type type, Dictionary<string, XElement> documented)
    {
        var documents = documented.GetValueOrDefault(ApiText.IdOf(type));
        _ = page.Append($"\n## {ApiText.NameOf(type).Replace("<", "&lt;", StringComparison.Ordinal)}\n\n`{ApiText.KindOf(type)}`. {ApiText.Markdown(documents?.Element("summary"))}\n");
        if (documents?.Element("remarks") is { } remarks)
        {
            _ = page.Append($"\n{ApiText.Markdown(remarks)}\n");
        }

        var rows = new List<(string Member, string Meaning)>();
        foreach (var parameter in documents?.Elements("param") ?? [])
        {
            rows.Add(($"{(string)parameter.Attribute("name")!}", ApiText.Markdown(parameter)));
        }

        rows.AddRange(type.GetMembers(Declared)
            .Select(member => (Member: member, Documents: documented.GetValueOrDefault(ApiText.IdOf(member))))
            .Where(member => member.Member is not Type && member.Documents is not null && member.Documents.Element("inheritdoc") is null)
            .Select(member => (type.IsEnum ? member.Member.Name : ApiText.SignatureOf(member.Member), MeaningOf(member.Documents!)))
            .OrderBy(row => row.Item1, StringComparer.Ordinal));
        if (rows.Count > 0)
        {
            _ = page.Append("\n| member | meaning |\n|---|---|\n");
            rows.ForEach(row => page.Append($"| `{row.Member.Replace("|", "\\|", StringComparison.Ordinal)}` | {row.Meaning} |\n"));
        }
    }

    private static string MeaningOf(XElement documents)
    {
        var parts = new List<string> { ApiText.Markdown(documents.Element("summary")) };
        parts.AddRange(documents.Elements("param").Select(parameter => $"`{(string)parameter.Attribute("name")!}`: {ApiText.Markdown(parameter)}"));
        parts.AddRange(documents.Elements("returns").Select(returned => $"Returns: {ApiText.Markdown(returned)}"));
        parts.AddRange(documents.Elements("exception").Select(thrown => $"Throws `{ApiText.Short((string)thrown.Attribute("cref")!)}`: {ApiText.Markdown(thrown)}"));
        return string.Join("<br>", parts.Where(part => part.Length > 0));
    }
}
