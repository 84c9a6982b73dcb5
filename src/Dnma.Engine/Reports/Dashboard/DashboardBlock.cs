namespace Dnma.Engine.Reports.Dashboard;

/// <summary>A titled part of a section: perhaps a chart, always a table.</summary>
/// <param name="Id">The anchor in the page.</param>
/// <param name="Title">The heading.</param>
/// <param name="Table">The figures.</param>
internal sealed record DashboardBlock(string Id, string Title, DashboardTable Table)
{
    /// <summary>The chart above the table, or null.</summary>
    public DashboardChart? Chart { get; init; }

    /// <summary>Sentences under the heading: what shares are of, coverage, what must not be added.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether the block takes the whole width of a wide page.</summary>
    public bool IsWide { get; init; }
}
