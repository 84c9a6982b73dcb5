using Dnma.Engine.Reports;

namespace Dnma.Engine.Charts;

/// <summary>Bars of one colour. Immutable, thread safe.</summary>
/// <param name="Name">What they are of; empty where a chart has one series only.</param>
/// <param name="Values">One for every category.</param>
public sealed record BarSeries(string Name, IReadOnlyList<ChartValue> Values)
{
    /// <summary>What they are of, made fit to be shown; empty where a chart has one series only.</summary>
    public string Name { get; init => field = ModalityLabels.Shown(value); } = ModalityLabels.Shown(Name);
}
