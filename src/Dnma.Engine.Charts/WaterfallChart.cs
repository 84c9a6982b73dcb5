using Dnma.Engine.Charts.Words;

namespace Dnma.Engine.Charts;

/// <summary>From one total to another by the terms of the change, read from left to right: every bar begins where the one before ends. Immutable, thread safe.</summary>
public sealed record WaterfallChart : Chart
{
    /// <summary>What the bars are of.</summary>
    public required string ValueName { get; init; }

    /// <summary>The totals and the terms between them; each total is the one before plus the terms between.</summary>
    public required IReadOnlyList<WaterfallStep> Steps { get; init; }

    /// <inheritdoc />
    public override bool IsEmpty => Steps.Count == 0;

    /// <inheritdoc />
    public override ChartTable Table
    {
        get
        {
            var words = ChartWords.Of(Language);
            return new ChartTable(
                [words.Term, ValueName],
                [.. Steps.Select(step => (string[])[step.Name, step.IsTotal ? words.Figure(ChartValue.Of(step.Figure), Unit) : words.Change(step.Figure)])]);
        }
    }
}
