namespace Dnma.Engine.Reports.Dashboard;

/// <summary>A titled table whose texts are made here: what no filter changes.</summary>
/// <param name="Id">The anchor in the page.</param>
/// <param name="Title">The heading.</param>
/// <param name="Table">The figures.</param>
internal sealed record DashboardBlock(string Id, string Title, DashboardTable Table)
{
    /// <summary>Sentences under the heading.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
