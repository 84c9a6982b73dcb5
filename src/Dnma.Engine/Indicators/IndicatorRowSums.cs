using Dnma.Engine.Contracts;

namespace Dnma.Engine.Indicators;

/// <summary>
/// What <c>rows.Sum(row => row.Users)</c> calls in place of LINQ's own wherever rows are named: it adds up what the caller chooses of each row, and refuses
/// where that changes with the row's users. Thread safe.
/// </summary>
public static class IndicatorRowSums
{
    /// <summary>The sum of what is chosen of each row; whether rows share visits is not looked at: the sum of an indicator does (<see cref="Catalogue.IndicatorSums"/>).</summary>
    /// <param name="rows">The rows to add, in any order; enumerated once.</param>
    /// <param name="figure">What to add; called twice for each row, once as it is and once with another number of users.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.NotAdditive"/>: it is of the row's users, and distinct persons never add up. <see cref="ErrorId.InvalidOption"/>: a row is withheld.
    /// </exception>
    /// <exception cref="OverflowException">The sum exceeds 64 bits.</exception>
    public static long Sum(this IEnumerable<IndicatorRow> rows, Func<IndicatorRow, long> figure)
    {
        var sum = 0L;
        foreach (var row in rows)
        {
            if (row.IsWithheld)
            {
                throw WithheldFigures.Refusal("sum of rows");
            }

            var one = figure(row);
            if (figure(row with { Users = row.Users == long.MaxValue ? 1 : row.Users + 1 }) != one)
            {
                throw DistinctUsers.Refusal("sum of rows");
            }

            sum += one;
        }

        return sum;
    }
}
