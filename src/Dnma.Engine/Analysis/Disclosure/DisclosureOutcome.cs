namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>What disclosure control withheld. Immutable, thread safe.</summary>
/// <param name="Threshold">The least number of users that is shown.</param>
/// <param name="Rows">How many rows of indicators with something in them there were, of all periods and levels.</param>
/// <param name="Primary">How many of them are withheld because of their own users.</param>
/// <param name="Secondary">How many are withheld so that nobody can work out the others.</param>
public sealed record DisclosureOutcome(int Threshold, int Rows, int Primary, int Secondary)
{
    /// <summary>
    /// The levels and dimensions of which nothing is published, not even that there are rows, since no pattern was found that protects them; by their codes, as in
    /// <c>indicators.csv</c>. As a rule empty.
    /// </summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
