using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>What disclosure control withheld. Immutable, thread safe.</summary>
/// <param name="Threshold">The least number of users that is shown.</param>
/// <param name="Rows">How many rows of indicators with something in them there were, of all periods and levels.</param>
/// <param name="Primary">How many of them are withheld because of their own users.</param>
/// <param name="Secondary">How many are withheld so that nobody can work out the others.</param>
public sealed record DisclosureOutcome(int Threshold, int Rows, int Primary, int Secondary)
{
    /// <summary>
    /// What nothing is published of, not even that there are rows, since no pattern was found that protects it, by the codes of <c>indicators.csv</c>: levels
    /// (<c>establishment</c>), dimensions (<c>device</c>), and dimensions of one level (<c>establishment × device</c>). As a rule empty.
    /// </summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Whether nothing is published of a level by a dimension.</summary>
    /// <param name="level">The level.</param>
    /// <param name="dimension">The dimension; <see cref="Dimension.Total"/> for the level's totals.</param>
    public bool LeavesOut(TerritoryLevel level, Dimension dimension) =>
        LeftOut.Contains(level.Code()) || LeftOut.Contains(dimension.Code) || LeftOut.Contains(PairOf(level.Code(), dimension.Code));

    /// <summary>A dimension of one level in <see cref="LeftOut"/>.</summary>
    internal static string PairOf(string level, string dimension) => $"{level} × {dimension}";
}
