namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Believes an exchange between cells where every equation of the table holds after it as before, and every unit keeps a visit: whatever way it was found, nothing else
/// makes it sound. Never changed.
/// </summary>
/// <param name="relations">The equations.</param>
/// <param name="amounts">What each unit counts.</param>
/// <param name="fixedUnit">The unit that always stays published; −1 where there is none.</param>
internal sealed class ExchangeCheck(RelationSet relations, long[] amounts, int fixedUnit)
{
    /// <summary>The units of an exchange: all cells of a unit change alike. Null where some equation does not hold, a unit falls to nothing, or the cell does not grow.</summary>
    /// <param name="cell">What is to grow.</param>
    /// <param name="changes">The exchange.</param>
    public (int Unit, int Change)[]? UnitsOf(int cell, IEnumerable<(int Cell, int Change)> changes)
    {
        (int Unit, int Change)[] units = [.. changes.Select(change => (relations.UnitOf[change.Cell], change.Change)).Distinct()];
        var isPossible = units.DistinctBy(one => one.Unit).Count() == units.Length
            && Array.TrueForAll(units, one => one.Unit != fixedUnit && amounts[one.Unit] + one.Change >= 1)
            && Array.Exists(units, one => one.Unit == relations.UnitOf[cell] && one.Change > 0);
        return isPossible && IsBalanced(units) ? units : null;
    }

    private bool IsBalanced((int Unit, int Change)[] changes)
    {
        var sums = new Dictionary<int, long>();
        foreach (var (unit, change) in changes)
        {
            for (var index = 0; index < relations.RelationsOf(unit).Length; index++)
            {
                var relation = relations.RelationsOf(unit)[index];
                sums[relation] = sums.GetValueOrDefault(relation) + (relations.SignsOf(unit)[index] * change);
            }
        }

        return sums.Values.All(sum => sum == 0);
    }
}
