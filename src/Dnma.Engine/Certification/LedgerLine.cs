namespace Dnma.Engine.Certification;

/// <summary>One line of a ledger. A value, thread safe.</summary>
/// <param name="Name">A stable name from a closed list.</param>
/// <param name="Count">How many.</param>
public readonly record struct LedgerLine(string Name, long Count)
{
    /// <summary>The lines in the order of their names.</summary>
    internal static IReadOnlyList<LedgerLine> InOrder(IEnumerable<LedgerLine> lines) => [.. lines.OrderBy(line => line.Name, StringComparer.Ordinal)];
}
