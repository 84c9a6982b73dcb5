using System.Text.RegularExpressions;
using Dnma.Engine.Tests.Architecture;

namespace Dnma.Engine.Tests.Documents;

/// <summary>The documents of the repository, as readers find them.</summary>
internal static partial class Repository
{
    /// <summary>The README files and the pages of <c>docs/</c>, by path from the root with forward slashes.</summary>
    public static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(SourceTree.Root, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/'))
            .Where(path => !Built().IsMatch(path));

    public static string Text(string path) => File.ReadAllText(Path.Combine(SourceTree.Root, path));

    /// <summary>The blocks that a comment announces, for example <c>output of samples/embed.cs</c>: the announced name and the block's text.</summary>
    public static IEnumerable<(string Name, string Block)> Announced(string page, string announcement) =>
        Regex.Matches(Text(page), $@"<!-- {announcement} (\S+) -->\n```\w+\n(.*?)\n```", RegexOptions.Singleline)
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    /// <summary>The codes in the first column of the tables below a heading: what stands there between backquotes.</summary>
    public static string[] CodesBelow(string page, string heading)
    {
        var text = Text(page);
        var start = text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"{page} has no heading {heading}");
        var end = text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return [.. FirstCell().Matches(text[start..(end < 0 ? text.Length : end)]).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("^\\| `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex FirstCell();

    [GeneratedRegex(@"(^|/)(bin|obj|out|TestResults|\.git)/")]
    private static partial Regex Built();
}
