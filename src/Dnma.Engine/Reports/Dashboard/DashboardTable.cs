namespace Dnma.Engine.Reports.Dashboard;

/// <summary>A table as it is shown.</summary>
/// <param name="Columns">The headers; the first column names the row.</param>
/// <param name="Rows">The rows, in the order they are first shown.</param>
internal sealed record DashboardTable(IReadOnlyList<string> Columns, IReadOnlyList<Cell[]> Rows)
{
    /// <summary>Whether the reader may sort the rows; false where their order is their meaning.</summary>
    public bool IsSortable { get; init; } = true;

    /// <summary>Columns of text, which stand on the left; the first column always does.</summary>
    public IReadOnlyList<int> TextColumns { get; init; } = [];
}
