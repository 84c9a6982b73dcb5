using Dnma.Engine.Reports;

namespace Dnma.Engine.Charts;

/// <summary>A line of a <see cref="TimeChart"/>. Immutable, thread safe.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Points">One for every period of the chart, by date: gaps are <see cref="ChartValue.Missing"/>.</param>
public sealed record TimeSeries(string Name, IReadOnlyList<TimePoint> Points)
{
    /// <summary>What it is of, made fit to be shown.</summary>
    public string Name { get; init => field = ModalityLabels.Shown(value); } = ModalityLabels.Shown(Name);
}
