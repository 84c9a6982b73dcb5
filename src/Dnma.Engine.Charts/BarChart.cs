using Dnma.Engine.Charts.Words;
using Dnma.Engine.Reports;

namespace Dnma.Engine.Charts;

/// <summary>Horizontal bars, read from the top downwards, so that labels of any length stay readable. Immutable, thread safe.</summary>
public sealed record BarChart : Chart
{
    /// <summary>What the categories are.</summary>
    public required string CategoryName { get; init; }

    /// <summary>What the bars are of.</summary>
    public required string ValueName { get; init; }

    /// <summary>What stands beside the bars, in the order that they are drawn in.</summary>
    public required IReadOnlyList<string> Categories { get; init => field = [.. value.Select(category => ModalityLabels.Shown(category))]; }

    /// <summary>The bars; several series stand one above the other, or one after the other where <see cref="IsStacked"/>.</summary>
    public required IReadOnlyList<BarSeries> Series { get; init; }

    /// <summary>Whether the parts of a category make a whole of 100 %.</summary>
    public bool IsStacked { get; init; }

    /// <inheritdoc />
    public override bool IsEmpty => !Series.Any(series => series.Values.Any(value => value.IsKnown));

    /// <inheritdoc />
    public override ChartTable Table
    {
        get
        {
            var words = ChartWords.Of(Language);
            return new ChartTable(
                [CategoryName, .. Series.Select(series => series.Name.Length > 0 ? series.Name : ValueName)],
                [.. Categories.Select((category, i) => (string[])[category, .. Series.Select(series => words.Figure(series.Values[i], Unit))])]);
        }
    }
}
