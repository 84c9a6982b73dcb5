using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Certification;
using Dnma.Engine.Charts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Ingest;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Architecture;

namespace Dnma.Engine.Tests.Notebooks;

/// <summary>The real formatter of .NET Interactive finds ours by its convention, and shows what <c>ToHtml()</c> and <c>ToText()</c> say.</summary>
public sealed class FormatterTest(PublishedEngine engine) : IClassFixture<PublishedEngine>
{
    private const string Log = "data/fixtures/measure/demo-day/hits.log.gz";

    // What a cell ends with, and the same value here.
    private static readonly (string Cell, Func<Measurement, object> Value)[] Values =
    [
        ("day", day => day),
        ("day.Indicators", day => day.Indicators),
        ("day.Rates", day => day.Rates),
        ("day.Events", day => day.Events),
        ("day.Controls", day => day.Controls),
        ("day.OpenData(OpenDataSet.Profiles)", day => day.OpenData(OpenDataSet.Profiles)),
        ("day.Certificate", day => day.Certificate),
        ("day.Certificate.Ledger", day => day.Certificate.Ledger),
        ("day.Rejects.Excerpt(2)", day => day.Rejects.Excerpt(2)),
        ("AudienceComparison.Run(new ComparisonRequest([day.Measured], 2021, 2022))", day => AudienceComparison.Run(new ComparisonRequest([day.Measured], 2021, 2022))),
        ("AudienceCharts.ProfileShares(day.Indicators)", day => AudienceCharts.ProfileShares(day.Indicators)),
    ];

    [Fact]
    public async Task Every_marked_type_is_shown_by_its_own_formatter()
    {
        const string Opening =
            """
            #r "engine/Dnma.Engine.dll"
            #r "engine/Dnma.Engine.Charts.dll"
            using Dnma.Engine; using Dnma.Engine.Analysis.Comparison; using Dnma.Engine.Charts; using Dnma.Engine.Ingest; using Dnma.Engine.Reports;
            var engine = AudienceEngine.Create();
            var day = await engine.MeasureAsync(HitLog.Files("../data/fixtures/measure/demo-day/hits.log.gz"));
            """;
        var (run, text) = await engine.RunAsync("formatters.ipynb", WrittenNotebook.Of([Opening, .. Values.Select(value => value.Cell)]));
        Assert.Equal((0, ""), (run.Status, run.Error));

        await using var here = AudienceEngine.Create();
        var day = await here.MeasureAsync(HitLog.Files(Path.Combine(SourceTree.Root, Log)), cancellationToken: TestContext.Current.CancellationToken);
        var outputs = NotebookFile.CodeCells(text).Skip(1).Select(cell => Assert.Single(cell["outputs"]!.AsArray())!).ToArray();
        Assert.Equal(Values.Length, outputs.Length);
        for (var index = 0; index < Values.Length; index++)
        {
            var value = Values[index].Value(day);
            var (html, plain) = Shown(value);
            Assert.Equal(Comparable(html), Comparable(NotebookFile.Of(outputs[index], "text/html")));
            Assert.Equal(plain, NotebookFile.Of(outputs[index], "text/plain"));
            Assert.DoesNotContain("></th>", html, StringComparison.Ordinal);
        }

        // No type is marked that is not among them, nor one forgotten.
        Assert.Equal(
            new[] { typeof(Measurement).Assembly, typeof(Chart).Assembly }.SelectMany(assembly => assembly.GetExportedTypes()).Where(type => IsMarked(type) && !type.IsSubclassOf(typeof(Chart))).Select(type => type.Name).Order(),
            Values.Select(value => value.Value(day) is Chart ? nameof(Chart) : value.Value(day).GetType().Name).Order());
    }

    /// <summary>The convention asks by name: a formatter that is named otherwise is never found.</summary>
    [Fact]
    public void Marks_lead_to_formatters()
    {
        var mark = typeof(IndicatorTable).GetCustomAttributes(inherit: true).Single(mark => mark.GetType().Name == "TypeFormatterSourceAttribute");
        var source = Activator.CreateInstance((Type)mark.GetType().GetProperty("FormatterSourceType")!.GetValue(mark)!)!;
        var formatters = ((IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!).ToArray();
        Assert.Equal(["text/html", "text/plain"], formatters.Select(formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!));
        Assert.All(formatters, formatter => Assert.False((bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [new object(), new StringWriter()])!));
    }

    private static bool IsMarked(Type type) => type.GetCustomAttributes(inherit: true).Any(mark => mark.GetType().Name == "TypeFormatterSourceAttribute");

    // The name of the input is what the cell called it.
    private static string Comparable(string html) =>
        NotebookFile.Comparable(html).Replace("../" + Log, Log, StringComparison.Ordinal).Replace(Path.Combine(SourceTree.Root, Log), Log, StringComparison.Ordinal);

    private static (string Html, string Text) Shown(object value) => value switch
    {
        Measurement day => (day.ToHtml(), day.ToText()),
        IndicatorTable table => (table.ToHtml(), table.Excerpt().ToText()),
        RateTable table => (table.ToHtml(), table.Excerpt().ToText()),
        EventTable table => (table.ToHtml(), table.Excerpt().ToText()),
        FindingTable findings => (findings.ToHtml(), findings.Excerpt().ToText()),
        OpenDataTable table => (table.ToHtml(), table.Excerpt().ToText()),
        Certificate certificate => (certificate.ToHtml(), certificate.ToText()),
        MeasurementLedger ledger => (ledger.ToHtml(), ledger.ToText()),
        TableExcerpt excerpt => (excerpt.ToHtml(), excerpt.ToText()),
        ComparisonTable comparison => (comparison.ToHtml(), ComparisonText.English(comparison)),
        Chart chart => (chart.ToHtml(), chart.ToText()),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
