namespace Dnma.Engine.Reports.Dashboard;

/// <summary>A key figure.</summary>
/// <param name="Id">Its name in the data.</param>
/// <param name="Label">What it is.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Basis">What it is of, or what part of the visits it covers.</param>
/// <param name="Definition">How it is counted.</param>
internal sealed record DashboardCard(string Id, string Label, Cell Figure, string Basis, string Definition);
