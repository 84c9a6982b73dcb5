using Dnma.Engine.Hits;
using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Ingest.Tables;
using Dnma.Engine.Time;

namespace Dnma.Engine.Store;

/// <summary>
/// Hits whose texts are coded before rows are made of them, for sinks that are <see cref="ICodedSink"/>: a column that a file holds with its dictionary, as it
/// does most of them, is looked up once for each entry, and no text of it is copied.
/// </summary>
internal sealed unsafe class ParquetHitCodes : IParquetHits
{
    private readonly List<string> _expressions = [];
    private readonly List<(string Name, CodedColumn Column)> _functions = [];
    private readonly List<(int Expression, CodedColumn Column)> _codes = [];
    private readonly ParquetHitPlan _plan;
    private readonly int _fileOrdinal;
    private readonly int _visitor;
    private readonly int _client;
    private readonly int _page;
    private readonly int _label;

    public ParquetHitCodes(ParquetHitPlan plan, bool needsClients, int fileOrdinal)
    {
        _plan = plan;
        _fileOrdinal = fileOrdinal;
        _expressions.Add(plan.Instant.Expression);
        var texts = plan.Canonical.ToDictionary(read => read.Column, read => plan.Expressions[read.Expression]);
        foreach (var (column, text) in texts)
        {
            foreach (var code in CodesOf(column))
            {
                Code(code, text);
            }
        }

        foreach (var (expression, custom) in plan.Custom)
        {
            Code((CodedColumn)((int)CodedColumn.Custom0 + custom), plan.Expressions[expression]);
        }

        _visitor = Take(texts.GetValueOrDefault(HitColumn.Visitor));
        _client = Take(needsClients ? texts.GetValueOrDefault(HitColumn.Client) : null);
        _page = TakeOfActions(texts, HitColumn.Page);
        _label = TakeOfActions(texts, HitColumn.Label);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Expressions => _expressions;

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, CodedColumn Column)> Functions => _functions;

    /// <inheritdoc/>
    public void Deliver(DuckDbRows rows, RecordSink sink)
    {
        var coded = (ICodedSink)sink;
        var codes = new CodedColumns();
        foreach (var (expression, column) in _codes)
        {
            codes.Set(column, rows.Column(expression).UInt64s);
        }

        var (instants, visitors, clients) = (rows.Column(0), rows.Column(_visitor), rows.Column(_client));
        var (pages, labels, numbers) = (rows.Column(_page), rows.Column(_label), rows.Column(_expressions.Count));
        var hit = new CodedHit(codes);
        for (var at = 0; at < rows.Count; at++)
        {
            var reading = _plan.Instant.Read(instants, at, out hit.InstantMs);
            if (reading != InstantReading.Ok)
            {
                sink.Reject(HitRow.ReasonOf(reading), new RecordPosition(_fileOrdinal, numbers.Int64(at) + 1, -1), _plan.Instant.Sample(instants, at));
                continue;
            }

            hit.Row = at;
            hit.Visitor = visitors.Bytes(at);
            hit.Client = clients.Bytes(at);
            hit.Label = labels.Bytes(at);
            hit.Label = hit.Label.IsEmpty ? pages.Bytes(at) : hit.Label;
            hit.Flags = OptOutMark.IsOne(hit.Visitor) ? HitFlags.OptOut : HitFlags.None;
            coded.Accept(hit);
        }
    }

    private static CodedColumn[] CodesOf(HitColumn column) => column switch
    {
        HitColumn.Client => [CodedColumn.Client],
        HitColumn.Uai => [CodedColumn.Uai],
        HitColumn.Profile => [CodedColumn.Profile],
        HitColumn.Service => [CodedColumn.Service],
        HitColumn.Type => [CodedColumn.Type],
        HitColumn.Tool => [CodedColumn.Tool],
        HitColumn.Project => [CodedColumn.Project],
        HitColumn.Operator => [CodedColumn.Operator],
        HitColumn.Platform => [CodedColumn.Platform],
        HitColumn.Collectivity => [CodedColumn.Collectivity],
        HitColumn.Kind => [CodedColumn.Kind],
        HitColumn.Page => [CodedColumn.Page],
        HitColumn.UserAgent => [CodedColumn.Agent, CodedColumn.AgentText],
        HitColumn.Device => [CodedColumn.Device],
        HitColumn.Os => [CodedColumn.Os],
        HitColumn.Browser => [CodedColumn.Browser],
        _ => [],
    };

    private static string NameOf(CodedColumn column) => $"code_{column}";

    private void Code(CodedColumn column, string text)
    {
        _codes.Add((Take($"{NameOf(column)}({text})"), column));
        _functions.Add((NameOf(column), column));
    }

    /// <summary>Takes a text of clicks and events alone; of other hits it is no label.</summary>
    private int TakeOfActions(Dictionary<HitColumn, string> texts, HitColumn column) =>
        texts.TryGetValue(HitColumn.Kind, out var kind) && texts.TryGetValue(column, out var text)
            ? Take($"CASE WHEN {NameOf(CodedColumn.Kind)}({kind}) IN ({(int)HitKind.Click}, {(int)HitKind.Event}) THEN {text} END")
            : -1;

    private int Take(string? expression)
    {
        if (expression is null)
        {
            return -1;
        }

        _expressions.Add(expression);
        return _expressions.Count - 1;
    }
}
