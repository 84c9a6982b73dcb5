namespace Dnma.Engine.Charts;

/// <summary>The figures of a chart as a table, written in its language: what a reader who cannot see the picture gets. Immutable, thread safe.</summary>
/// <param name="Columns">The headings; the first is of what the rows are.</param>
/// <param name="Rows">The rows, each with a text for every column.</param>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
