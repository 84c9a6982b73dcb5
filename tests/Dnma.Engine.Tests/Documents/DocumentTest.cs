using System.Text.RegularExpressions;
using Dnma.Engine.Analysis;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Certification;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Rejects;
using Dnma.Engine.Qualification;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Architecture;
using Dnma.Engine.Tests.Command;
using Dnma.Engine.Tests.Ingest;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Documents;

/// <summary>What the documents say is so: snippets run, outputs are real, links lead somewhere, lists are the code's.</summary>
public sealed partial class DocumentTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>The service is a whole program, of several types: it may be as long as a file of the library, and no longer (RoomTest).</summary>
    private const int MostLinesOfTheService = 400;

    public static TheoryData<string> Samples() => [.. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "samples"), "*.cs").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task The_documented_output_is_the_real_one(string sample)
    {
        var run = await SampleProgram.RunAsync(Path.GetFileNameWithoutExtension(sample), _folder.Path, null);
        Assert.Equal((0, ""), (run.Status, run.Error));
        var documented = Assert.Single(Repository.Pages().SelectMany(page => Repository.Announced(page, "output of")), block => block.Name == $"samples/{sample}").Block;
        Assert.Equal(Trimmed(documented), Trimmed(run.Output));
    }

    /// <summary>The files of a page, measured: the rows that it shows are among those written.</summary>
    [Theory]
    [InlineData("docs/concepts.md", "hits.csv")]
    [InlineData("docs/fr/concepts.md", "hits.csv")]
    [InlineData("docs/deployment.md", "{day}/hits.log.gz", "--establishments", "{day}/annuaire.csv", "--deployment", "register.csv")]
    public async Task Pages_show_real_rows(string page, params string[] arguments)
    {
        foreach (var (name, text) in Repository.Announced(page, "file"))
        {
            _ = _folder.Write(name, System.Text.Encoding.UTF8.GetBytes(text));
        }

        var day = Path.Combine(SourceTree.Root, "data", "fixtures", "measure", "demo-day");
        var run = await SampleProgram.RunAsync("measure", _folder.Path, null, [.. arguments.Select(argument => argument.Replace("{day}", day, StringComparison.Ordinal))]);
        Assert.Equal((0, ""), (run.Status, run.Error));
        var shown = Repository.Announced(page, "rows of").ToArray();
        Assert.NotEmpty(shown);
        Assert.All(shown, block => Assert.Subset(File.ReadLines(Path.Combine(_folder.Path, "out", block.Name)).ToHashSet(), block.Block.Split('\n').ToHashSet()));
    }

    [Theory]
    [InlineData("README.md", 3)]
    [InlineData("docs/embedding.md", 2)]
    [InlineData("src/Dnma.Engine.Charts/Package/README.md", 1)]
    public void Snippets_are_parts_of_the_samples_that_run(string page, int count)
    {
        var snippets = Repository.Announced(page, "from").ToArray();
        Assert.Equal(count, snippets.Length);
        Assert.Equal(snippets.Length, Regex.Count(Repository.Text(page), "```csharp"));
        Assert.All(Repository.Pages().SelectMany(page => Repository.Announced(page, "from")), snippet => Assert.Contains(snippet.Block, Repository.Text(snippet.Name), StringComparison.Ordinal));
    }

    [Fact]
    public void Samples_but_the_commands_are_short() =>
        Assert.All(Samples().Select(row => row.Data).Where(name => name is not ("measure.cs" or "verify.cs")), name => Assert.InRange(Repository.Text($"samples/{name}").Split('\n').Length, 1, name == "service.cs" ? MostLinesOfTheService : 40));

    [Fact]
    public void Every_relative_link_leads_somewhere()
    {
        var broken =
            from page in Repository.Pages()
            from Match match in Link().Matches(Code().Replace(Repository.Text(page), ""))
            let target = match.Groups[1].Value
            where !target.Contains("://", StringComparison.Ordinal) && target.Length > 0
            where !Path.Exists(Path.Combine(SourceTree.Root, Path.GetDirectoryName(page)!, target))
            select $"{page} → {target}";
        Assert.Empty(broken);
    }

    [Fact]
    public async Task Every_option_is_in_the_readme()
    {
        var help = await SampleProgram.RunAsync("measure", _folder.Path, null, "--help");
        var offered = Option().Matches(help.Output).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
        var documented = Repository.Text("README.md").Split('\n').Where(line => line.StartsWith("| `--", StringComparison.Ordinal)).SelectMany(line => Option().Matches(line.Split('|')[1])).Select(match => match.Value);
        Assert.Equal(offered, documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_readme_explains_every_indicator() =>
        Assert.Equal(
            IndicatorCatalogue.All.Select(indicator => indicator.Code).Order(StringComparer.Ordinal),
            Repository.CodesBelow("README.md", "How to read the figures").Order(StringComparer.Ordinal));

    [Fact]
    public void The_formats_page_lists_the_reasons_of_rejects() =>
        Assert.Equal(Enum.GetValues<RejectReason>().Select(reason => reason.Code()), Repository.CodesBelow("docs/formats.md", "Rejects"));

    [Fact]
    public void The_formats_page_lists_the_exclusions_in_their_order() =>
        Assert.Equal(Enum.GetValues<ExclusionReason>().Select(reason => reason.Code()), Repository.CodesBelow("docs/formats.md", "Exclusions"));

    [Fact]
    public void The_formats_page_lists_every_format() =>
        Assert.All(Enum.GetValues<HitFormat>(), format => Assert.Contains($"`{format.Code()}`", Repository.Text("docs/formats.md"), StringComparison.Ordinal));

    [Fact]
    public void The_norms_page_compares_every_preset() =>
        Assert.Contains($"| rule | {string.Join(" | ", Norm.Presets.Select(norm => $"`{norm.Name}`"))} |", Repository.Text("docs/norms.md"), StringComparison.Ordinal);

    [Fact]
    public void The_files_page_lists_the_columns_of_every_table()
    {
        Assert.Equal(IndicatorCsv.Header.Split(','), Repository.CodesBelow("docs/files.md", "indicators.csv"));
        Assert.Equal(RateCsv.Header.Split(','), Repository.CodesBelow("docs/files.md", "rates.csv"));
        Assert.Equal(EventCsv.Header.Split(','), Repository.CodesBelow("docs/files.md", "events.csv"));
        Assert.Equal(RejectCsv.Header.Split(','), Repository.CodesBelow("docs/files.md", "rejects.csv"));
        Assert.Equal(CoverageCsv.Header.Split(','), Repository.CodesBelow("docs/files.md", "coverage.csv"));
        Assert.Equal(ControlCsv.Header.Split(','), Repository.CodesBelow("docs/files.md", "controls.csv"));
        Assert.Equal(DeploymentCsv.Header.Split(','), Repository.CodesBelow("docs/deployment.md", "deployment.csv"));
        Assert.Equal(AdoptionCsv.Header.Split(','), Repository.CodesBelow("docs/deployment.md", "adoption.csv"));
        Assert.All(OpenDataSet.All, set => Assert.Contains($"| `{set.FileName}` | {set.ColumnNames.Count} |", Repository.Text("docs/files.md"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_certificate_page_lists_the_laws() => Assert.Equal(LawTexts.All.Select(law => law.Id), Repository.CodesBelow("docs/certificate.md", "Laws"));

    [Fact]
    public void The_controls_page_is_the_catalogue() => Assert.Equal(
        string.Join('\n', ControlCatalogue.All.Select(control => $"| `{control.Id}` | {control.Family} | {control.Severity.Code()} | {control.Meaning.English} | {control.Remedy.English} |")),
        string.Join('\n', Repository.Text("docs/controls.md").Split('\n').Where(line => Regex.IsMatch(line, "^\\| `[a-z-]+` \\| [0-9]+ \\| (notice|warning|alarm) "))));

    [Fact]
    public void The_files_page_lists_periods_levels_and_dimensions()
    {
        var page = Repository.Text("docs/files.md");
        Assert.All(Enum.GetValues<PeriodKind>(), period => Assert.Contains($"`{period.Code()}`", page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<TerritoryLevel>(), level => Assert.Contains($"`{level.Code()}`", page, StringComparison.Ordinal));
        Assert.Equal(Dimension.Shipped.Select(dimension => dimension.Code), Repository.CodesBelow("docs/files.md", "Dimensions"));
    }

    [Fact]
    public void Every_room_says_what_enters_and_what_leaves()
    {
        var rooms = SourceTree.LibraryFiles().Select(file => SourceTree.RoomOf(file.Path)).Where(room => room.Length > 0).Distinct();
        Assert.All(rooms, room =>
        {
            var text = Repository.Text($"src/Dnma.Engine/{room}/README.md");
            Assert.All(new[] { "**Enters**", "**Leaves**", "**Invariants**", "**Must not know**" }, part => Assert.Contains(part, text, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_entry_of_the_changelog_says_whether_a_figure_changes() =>
        Assert.All(
            Regex.Matches(Repository.Text("CHANGELOG.md"), @"^- .*?(?=\n- |\n#|\n\n|\z)", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Value),
            entry => Assert.Matches(@"\*Changes a certified figure: (yes|no)\.\*\s*$", entry));

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).Trim('\n');

    [GeneratedRegex(@"\]\(([^)#\s]*)(?:#[^)\s]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<![\w-])--[a-z-]+")]
    private static partial Regex Option();
}
