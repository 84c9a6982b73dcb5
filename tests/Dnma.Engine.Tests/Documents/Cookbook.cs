using System.Text.RegularExpressions;
using Dnma.Engine.Tests.Architecture;

namespace Dnma.Engine.Tests.Documents;

/// <summary>A page of questions: a block that all begin with, then a heading, C#, SQL and a table for each.</summary>
/// <param name="Setup">What runs first.</param>
/// <param name="Recipes">The questions, in order.</param>
internal sealed partial record Cookbook(string Setup, IReadOnlyList<Recipe> Recipes)
{
    private static readonly Lock Writing = new();

    public static Cookbook Read(string page)
    {
        var sections = Repository.Text(page).Split("\n## ");
        return new Cookbook(Block(sections[0], "csharp"), [.. sections.Skip(1).Select(section => new Recipe(section.Split('\n')[0], Block(section, "csharp"), Block(section, "sql"), Table().Match(section).Value.TrimEnd('\n')))]);
    }

    /// <summary>Paths of the page are those from the root; here the test runs elsewhere.</summary>
    public static string Here(string text) => text.Replace("data/fixtures/", Path.Combine(SourceTree.Root, "data", "fixtures").Replace('\\', '/') + "/", StringComparison.Ordinal);

    /// <summary>Puts an answer behind a question's SQL.</summary>
    public static void Write(string page, Recipe recipe, string answer)
    {
        lock (Writing)
        {
            var text = Repository.Text(page);
            var start = text.IndexOf($"\n## {recipe.Question}\n", StringComparison.Ordinal) + 1;
            var end = text.IndexOf("\n## ", start, StringComparison.Ordinal) is > 0 and var next ? next : text.Length;
            var section = text[start..end];
            var without = Table().Replace(section, "").TrimEnd('\n');
            File.WriteAllText(Path.Combine(SourceTree.Root, page), $"{text[..start]}{without}\n\n{answer}\n{text[end..]}");
        }
    }

    private static string Block(string section, string language)
    {
        var match = Regex.Match(section, $"```{language}\n(.*?)\n```", RegexOptions.Singleline);
        Assert.True(match.Success, $"no {language} below {section.Split('\n')[0]}");
        return match.Groups[1].Value;
    }

    /// <summary>The last thing of a section.</summary>
    [GeneratedRegex(@"(?<=\n)(\|[^\n]*\n?)+\z")]
    private static partial Regex Table();
}
