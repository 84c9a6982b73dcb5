namespace Dnma.Engine.Reports.Dashboard;

/// <summary>One line of the ledgers, in the order that records take: read, rejected, excluded, qualified, visits. Immutable, thread safe.</summary>
/// <param name="Name">What was counted, as the reader sees it. Hostile text is harmless.</param>
/// <param name="Count">How many.</param>
/// <param name="IsPart">True when the line is a part of the one above that is not, for example one reason of exclusion.</param>
public sealed record DashboardLedgerLine(string Name, long Count, bool IsPart = false);
