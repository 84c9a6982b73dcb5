namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>
/// A count of distinct things, exact in every row and never additive: the same user is in many weeks, schools and services.
/// There is deliberately no <c>Sum</c>: what stands in its place does not compile, and says what to call (<see cref="IndicatorSums"/>). Immutable, thread safe.
/// </summary>
/// <remarks>
/// "How many users over two weeks?" is not the sum of two weekly rows; it is the row of the period that is those two weeks. Measure that
/// range and read its row of kind <c>all</c>:
/// <code>
/// // dotnet run samples/measure.cs -- logs/ --from 2022-09-05 --to 2022-09-19
/// var users = measurement.Indicators
///     .Find(PeriodKind.All, new DateOnly(2022, 9, 5), TerritoryLevel.National, IndicatorCodes.National, Dimension.Total, IndicatorCodes.Total)
///     is { } row ? CountIndicators.Users.Of(row) : 0;
/// </code>
/// In the same way "users of an académie" is the académie's row, not a sum over its establishments.
/// </remarks>
public sealed class ExactDistinctIndicator : CountIndicator
{
    internal ExactDistinctIndicator(Func<IndicatorRow, long> column)
        : base(column)
    {
    }

    /// <inheritdoc />
    public override Additivity Additivity => Additivity.Never;
}
