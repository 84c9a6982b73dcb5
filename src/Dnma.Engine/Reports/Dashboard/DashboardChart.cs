namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// A chart over the rows of its block's table: it has no figures of its own, so the two cannot disagree. The first column labels.
/// </summary>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Description">What a reader who cannot see it is told.</param>
/// <param name="Series">The columns that are drawn.</param>
internal sealed record DashboardChart(ChartKind Kind, string Description, IReadOnlyList<int> Series)
{
    /// <summary>The column of shares that is written beside each bar, or −1.</summary>
    public int Share { get; init; } = -1;

    /// <summary>The rows that are drawn hatched: unfinished periods.</summary>
    public IReadOnlyList<int> Hatched { get; init; } = [];
}
