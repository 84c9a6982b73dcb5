namespace Dnma.Engine.Reports.Dashboard;

/// <summary>One conservation law as it was checked (design §7). Immutable, thread safe.</summary>
/// <param name="Name">What must be equal to what, as the reader sees it.</param>
/// <param name="Expected">The one side.</param>
/// <param name="Actual">The other side.</param>
/// <param name="Holds">Whether the law holds; not always equality, so it is said and not computed here.</param>
public sealed record DashboardLawLine(string Name, long Expected, long Actual, bool Holds);
