using Dnma.Engine.Contracts;

namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>Sums of rows by indicator. Which of them may be, the indicator's type says: those of distinct users do not compile. Thread safe.</summary>
public static class IndicatorSums
{
    /// <summary>The sum of an additive indicator over rows that share nothing (<see cref="AdditiveIndicator.Sum"/>).</summary>
    /// <param name="rows">The rows to add, in any order; enumerated once.</param>
    /// <param name="indicator">What to add.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: two rows hold the same visits.</exception>
    /// <exception cref="OverflowException">The sum exceeds 64 bits.</exception>
    public static long Sum(this IEnumerable<IndicatorRow> rows, AdditiveIndicator indicator) => indicator.Sum(rows);

    /// <summary>Does not compile.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="indicator">What does not add up.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.NotAdditive"/>, always, where it is called nevertheless.</exception>
    [Obsolete($"{DistinctUsers.Problem}; {DistinctUsers.Remedy}.", error: true)]
    public static long Sum(this IEnumerable<IndicatorRow> rows, ExactDistinctIndicator indicator) => throw DistinctUsers.Refusal($"sum of {indicator.Code}");

    /// <summary>The sum of an indicator that is known when the program runs, for example from <see cref="IndicatorCatalogue.Find"/>.</summary>
    /// <param name="rows">The rows to add, in any order; enumerated once.</param>
    /// <param name="indicator">What to add.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.NotAdditive"/>: it counts distinct users. <see cref="ErrorId.InvalidOption"/>: two rows hold the same visits.
    /// </exception>
    /// <exception cref="OverflowException">The sum exceeds 64 bits.</exception>
    public static long Sum(this IEnumerable<IndicatorRow> rows, CountIndicator indicator) => indicator switch
    {
        AdditiveIndicator additive => additive.Sum(rows),
        ExactDistinctIndicator distinct => throw DistinctUsers.Refusal($"sum of {distinct.Code}"),
        _ => throw new ArgumentOutOfRangeException(nameof(indicator)),
    };
}
