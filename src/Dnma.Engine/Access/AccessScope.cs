using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Access;

/// <summary>
/// Which territories of a measurement somebody sees: those that grants cover, less those whose figures would tell, by subtraction, what no grant covers
/// (docs/access.md). Territories of other levels than <see cref="TerritoryLevels.Standard"/> are none of them. Immutable, thread safe.
/// </summary>
public sealed class AccessScope
{
    private readonly HashSet<(TerritoryLevel Level, string Code)> _seen;

    private AccessScope(HashSet<(TerritoryLevel Level, string Code)> seen, IReadOnlyList<(TerritoryLevel Level, string Code)> withheld) => (_seen, Withheld) = (seen, withheld);

    /// <summary>Territories that grants cover, and that are not shown all the same: with the others they would tell what is not covered. In order.</summary>
    public IReadOnlyList<(TerritoryLevel Level, string Code)> Withheld { get; }

    /// <summary>Whether figures of a territory are shown.</summary>
    public bool Shows(TerritoryLevel level, string code) => _seen.Contains((level, code));

    /// <summary>What grants come to.</summary>
    /// <param name="grants">The grants of one principal on one day.</param>
    /// <param name="table">All that was measured.</param>
    /// <param name="annuaire">Where establishments lie.</param>
    internal static AccessScope Of(IReadOnlyList<AccessGrant> grants, IndicatorTable table, Annuaire annuaire)
    {
        var visits = VisitsOf(table.Columns);
        var tree = new TerritoryNesting(visits.Keys.Where(territory => territory.Level == TerritoryLevel.Establishment).Select(territory => territory.Code), annuaire);
        var covered = visits.Keys.Where(territory => grants.Any(grant => Covers(grant, territory, tree))).ToHashSet();
        var sums = TerritorySums.Of(visits.Keys, tree);
        var seen = new HashSet<(TerritoryLevel Level, string Code)>(covered);
        while (sums.FirstOrDefault(sum => Tells(sum, seen)) is { } sum)
        {
            // The smallest of those that are seen goes: it takes least from the reader.
            var least = sum.Where(unit => unit.Any(seen.Contains)).MinBy(unit => (visits[unit[0]], unit[0].Level, Code: unit[0].Code), UnitOrder)!;
            seen.ExceptWith(least);
        }

        return new AccessScope(seen, [.. covered.Except(seen).OrderBy(territory => territory.Level).ThenBy(territory => territory.Code, StringComparer.Ordinal)]);
    }

    private static Comparer<(long Visits, TerritoryLevel Level, string Code)> UnitOrder { get; } = Comparer<(long Visits, TerritoryLevel Level, string Code)>.Create((left, right) =>
        left.Visits != right.Visits ? left.Visits.CompareTo(right.Visits)
        : left.Level != right.Level ? left.Level.CompareTo(right.Level)
        : string.CompareOrdinal(left.Code, right.Code));

    /// <summary>Whether all of a sum but one is seen.</summary>
    private static bool Tells((TerritoryLevel Level, string Code)[][] sum, HashSet<(TerritoryLevel Level, string Code)> seen) =>
        sum.Count(unit => !unit.Any(seen.Contains)) == 1;

    private static bool Covers(AccessGrant grant, (TerritoryLevel Level, string Code) territory, TerritoryNesting tree) =>
        (grant.Level == territory.Level && grant.Code == territory.Code)
        || (grant.Level == TerritoryLevel.National && territory.Level is TerritoryLevel.Platform or TerritoryLevel.Project && grant.Detail == territory.Level)
        || (IsGeographic(territory.Level) && IsGeographic(grant.Detail) && Depth(territory.Level) > Depth(grant.Level) && Depth(territory.Level) <= Depth(grant.Detail)
            && tree.LiesIn(territory, (grant.Level, grant.Code)));

    private static bool IsGeographic(TerritoryLevel level) => level is not (TerritoryLevel.Platform or TerritoryLevel.Project);

    private static int Depth(TerritoryLevel level) => level switch
    {
        TerritoryLevel.National => 0,
        TerritoryLevel.Academy => 1,
        TerritoryLevel.Department => 2,
        _ => 3,
    };

    private static SortedDictionary<(TerritoryLevel Level, string Code), long> VisitsOf(IndicatorColumns columns)
    {
        var visits = new SortedDictionary<(TerritoryLevel Level, string Code), long>(Comparer<(TerritoryLevel Level, string Code)>.Create((left, right) =>
            left.Level != right.Level ? left.Level.CompareTo(right.Level) : string.CompareOrdinal(left.Code, right.Code)));
        for (var row = 0; row < columns.Count; row++)
        {
            if (columns.Period[row] == PeriodKind.All && columns.Dimension[row] == Dimension.Total && TerritoryLevels.Standard.Contains(columns.Level[row]))
            {
                visits[(columns.Level[row], columns.Code[row])] = columns.Visits[row];
            }
        }

        return visits;
    }
}
