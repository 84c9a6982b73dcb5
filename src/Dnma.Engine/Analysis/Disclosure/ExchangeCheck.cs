namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Believes an exchange between cells where every equation of the table holds after it as before: whatever way it was found, nothing else makes it sound. Never changed.
/// </summary>
/// <param name="relations">The equations.</param>
/// <param name="fixedUnit">The unit that always stays published; −1 where there is none.</param>
internal sealed class ExchangeCheck(RelationSet relations, int fixedUnit)
{
    /// <summary>The units of an exchange: all cells of a unit change alike. Null where some equation does not hold.</summary>
    public (int Unit, int Change)[]? UnitsOf(IEnumerable<(int Cell, int Change)> changes)
    {
        (int Unit, int Change)[] units = [.. changes.Select(change => (relations.UnitOf[change.Cell], change.Change)).Distinct()];
        return IsBalanced(units) ? units : null;
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

        return sums.Values.All(sum => sum == 0) && changes.All(moved => moved.Unit != fixedUnit) && changes.DistinctBy(moved => moved.Unit).Count() == changes.Length;
    }
}
