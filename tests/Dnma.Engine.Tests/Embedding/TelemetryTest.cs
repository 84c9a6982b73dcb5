using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest;
using Dnma.Engine.Recount;
using Dnma.Engine.Tests.Documents;
using Dnma.Engine.Tests.Ingest;
using Microsoft.Extensions.Logging;

namespace Dnma.Engine.Tests.Embedding;

/// <summary>What the engine tells of its work: the documented logs, spans and metrics, and nobody's id.</summary>
public sealed class TelemetryTest : IDisposable
{
    private const string Page = "docs/embedding.md";
    private const string Log = "instant,visitor,uai\n2022-09-05T10:00:00Z,marie.curie,0450822X\n2022-09-05T10:05:00Z,marie.curie,0450822X\n2022-09-05T11:00:00Z,OPT-OUT,\nnever,pierre.curie,\n";
    private static readonly string[] Identifiers = ["marie", "pierre", "curie", "classified"];
    private readonly TemporaryFolder _folder = new();
    private readonly CollectedLog _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_measurement_published_and_verified_tells_what_is_documented()
    {
        using var heard = new HeardWork();
        var path = _folder.Write("classified.csv", Encoding.UTF8.GetBytes(Log));
        await using var engine = AudienceEngine.Create(options => options with { Recount = RecountScope.Full }, logger: _log);
        var measurement = await engine.MeasureAsync(HitLog.Files(path));
        var files = await measurement.PublishAsync(Path.Combine(_folder.Path, "out"));
        _ = await CertificateVerifier.VerifyAsync(Path.Combine(_folder.Path, "out"), new VerificationRequest { Inputs = [path] });

        Assert.Equal(
            ["measure.read", "measure.count", "measure.roll_up", "measure.tabulate", "measure.recount", "measure.certify", "measure", "publish.control", "publish.write", "publish"],
            heard.Spans.Select(span => span.OperationName["dnma.".Length..]).Take(10));
        Assert.Equal(["verify.check_files", "verify.check_tables"], heard.Spans.Select(span => span.OperationName["dnma.".Length..]).Skip(10).Take(2));
        Assert.Equal(["verify.check_inputs", "verify"], heard.Spans.Select(span => span.OperationName["dnma.".Length..]).TakeLast(2));
        Assert.All(heard.Spans, span => Assert.Equal(ActivityStatusCode.Unset, span.Status));
        var measured = heard.Spans.First(span => span.OperationName == "dnma.measure");
        Assert.Equal((4L, 1L), (measured.GetTagItem("dnma.records"), measured.GetTagItem("dnma.visits")));
        Assert.All(heard.Spans.Take(6), stage => Assert.Equal(measured.SpanId, stage.ParentSpanId));

        // Of the measurement alone; the verification measures once more.
        Assert.Equal([2, 1, 1, 0], new[] { "qualified", "excluded", "rejected", "merged" }.Select(outcome => heard.Metrics.First(metric => metric == ("dnma.records", "{record}", metric.Value, $"dnma.record.outcome={outcome}")).Value));
        Assert.Equal(Log.Length, heard.Metrics.First(metric => metric.Name == "dnma.input.size").Value);
        Assert.Equal(files.Sum(file => file.Bytes), heard.Metrics.First(metric => metric.Name == "dnma.published.size").Value);
        Assert.Equal(0, heard.Metrics.Where(metric => metric.Name == "dnma.operation.active").Sum(metric => metric.Value));
        Assert.Equal([1001, 1005, 1005, 1005, 1005, 1005, 1005, 1101, 1102, 1002, 1001, 1005, 1005, 1201, 1002], _log.Entries.Select(entry => entry.Id));
        Assert.Contains((1101, LogLevel.Information, "4 records read: 2 qualified, 1 excluded, 1 rejected, 0 merged; 1 visits."), _log.Entries);

        string[] told = [.. _log.Entries.Select(entry => entry.Text), .. heard.Metrics.Select(metric => metric.Tags), .. heard.Spans.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Value}")];
        Assert.All(told, text => Assert.DoesNotContain(Identifiers, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)));
        Assert.Subset(Repository.CodesBelow(Page, "Spans").ToHashSet(), heard.Spans.Select(span => span.OperationName).ToHashSet());
        Assert.Subset(Repository.CodesBelow(Page, "Metrics").ToHashSet(), heard.Metrics.Select(metric => metric.Name).ToHashSet());
    }

    [Fact]
    public async Task A_failure_is_told_by_its_kind_and_never_by_its_text()
    {
        using var heard = new HeardWork();
        await using var engine = AudienceEngine.Create(logger: _log);
        _ = await Assert.ThrowsAsync<EngineException>(() => engine.MeasureAsync(HitLog.Files(Path.Combine(_folder.Path, "classified.csv"))));
        Assert.Equal([1001, 1004], _log.Entries.Select(entry => entry.Id));
        var failed = _log.Entries.Last();
        Assert.Equal(LogLevel.Error, failed.Level);
        Assert.Matches("^measure failed in stage read after [0-9.]+ s: UnreadableInput\\.$", failed.Text);
        Assert.All(heard.Spans, span => Assert.Equal((ActivityStatusCode.Error, "UnreadableInput", null), (span.Status, span.GetTagItem("error.type"), span.StatusDescription)));
        Assert.Contains(heard.Metrics, metric => metric.Name == "dnma.operation.duration" && metric.Tags == "dnma.operation=measure error.type=UnreadableInput");
    }

    /// <summary>Every event, span and metric stands in the page, and the page has no others.</summary>
    [Fact]
    public void The_page_lists_what_there_is()
    {
        var events = typeof(EngineEvents).GetMethods().SelectMany(method => method.GetCustomAttributes(typeof(LoggerMessageAttribute), false).Cast<LoggerMessageAttribute>()).ToArray();
        Assert.Equal(
            events.Select(one => $"| `{one.EventId}` | {one.Level} | {one.Message} |"),
            Repository.Text(Page).Split('\n').Where(line => line.StartsWith("| `1", StringComparison.Ordinal)));
        Assert.Equal(events.Length, events.DistinctBy(one => one.EventId).Count());
        var instruments = typeof(EngineTelemetry).GetProperties(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)
            .Select(property => property.GetValue(null)).OfType<System.Diagnostics.Metrics.Instrument>();
        Assert.Equal(
            instruments.Select(one => $"| `{one.Name}` | {one.Unit} | {one.Description} |"),
            Repository.Text(Page).Split('\n').Where(line => Regex.IsMatch(line, "^\\| `dnma\\.[a-z.]+` \\| (s|By|\\{[a-z]+\\}) \\|")));
    }
}
