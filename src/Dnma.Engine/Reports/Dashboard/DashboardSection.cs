namespace Dnma.Engine.Reports.Dashboard;

/// <summary>A section of the page.</summary>
/// <param name="Id">The anchor in the page.</param>
/// <param name="Title">The heading.</param>
/// <param name="Blocks">Its blocks, at least one.</param>
internal sealed record DashboardSection(string Id, string Title, IReadOnlyList<DashboardBlock> Blocks);
