using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.References;
using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Which rows of a table are withheld so that none with fewer users than the threshold can be known: those rows themselves (primary), and others for their
/// sake (secondary). Deterministic; on the caller's thread.
/// </summary>
internal sealed class SuppressionPlan
{
    private const int Thrift = 4;
    private const int Tries = 30;
    private const int ThriftySliceTries = 40;
    private const int LastSliceTries = 3_000;

    private readonly CellFrame _frame;
    private readonly int _total;
    private readonly RelationSet _relations;
    private readonly long[] _amounts;
    private readonly bool[] _isPrimary;
    private readonly int[] _timesProtected;
    private readonly WithheldUnits _withheld;
    private readonly ExchangeSearch _search;
    private readonly DaySlices _slices;
    private readonly List<Exchange> _exchanges = [];

    private SuppressionPlan(CellFrame frame, Annuaire annuaire)
    {
        _frame = frame;
        var tree = new TerritoryNesting(frame.Territories.Where(territory => territory.Level == TerritoryLevel.Establishment).Select(territory => territory.Code), annuaire);
        var activity = new DayActivity(frame, tree);
        _relations = CellRelations.Of(frame, tree, activity);
        _amounts = new long[_relations.Units];
        for (var cell = 0; cell < frame.Count; cell++)
        {
            _amounts[_relations.UnitOf[cell]] = frame.Amount[cell];
        }

        _isPrimary = new bool[_relations.Units];
        _timesProtected = new int[_relations.Units];
        _withheld = new WithheldUnits(_relations, _amounts);
        var total = _total = TotalOf(frame);
        var unlimited = new long[_relations.Units];
        Array.Fill(unlimited, long.MaxValue);
        _search = new ExchangeSearch(
            _relations, new ExchangeLimits(unlimited, [.. _amounts.Select(amount => amount - 1)]), _withheld, total < 0 ? -1 : _relations.UnitOf[total]);
        _slices = new DaySlices(frame, activity, move => new DaySlice(frame, tree, activity, move, cell => _withheld.Holds(_relations.UnitOf[cell]), total));
    }

    /// <summary>Marks the rows to withhold.</summary>
    /// <param name="rows">All rows that were counted, whatever is published of them.</param>
    /// <param name="range">The measured days.</param>
    /// <param name="threshold">The least number of users that may be shown.</param>
    /// <param name="annuaire">Where establishments lie.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Which rows, and how many of them for their own sake.</returns>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: no pattern was found that protects all rows of few users, which need not mean that there is none.</exception>
    public static (bool[] Withheld, int Primary) Of(CountedRows rows, DayRange range, int threshold, Annuaire annuaire, CancellationToken cancellation)
    {
        var frame = CellFrame.Of(rows, range);
        var plan = new SuppressionPlan(frame, annuaire);
        var primary = plan.MarkPrimary(threshold);
        plan.Protect(threshold, cancellation);
        var units = plan.UnitsToWithhold();
        var withheld = new bool[rows.Count];
        for (var cell = 0; cell < frame.Count; cell++)
        {
            withheld[frame.Row[cell]] = units[plan._relations.UnitOf[cell]];
        }

        return (withheld, primary);
    }

    private int MarkPrimary(int threshold)
    {
        var primary = 0;
        for (var cell = 0; cell < _frame.Count; cell++)
        {
            if (_frame.Users[cell] < threshold)
            {
                primary++;
                _isPrimary[_relations.UnitOf[cell]] = true;
                _withheld.Add(_relations.UnitOf[cell]);
            }
        }

        return primary;
    }

    private void Protect(int threshold, CancellationToken cancellation)
    {
        for (var cell = 0; cell < _frame.Count; cell++)
        {
            var unit = _relations.UnitOf[cell];
            if (_isPrimary[unit] && _timesProtected[unit] == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                // What the ledger tells cannot be withheld.
                Keep((_total >= 0 && unit == _relations.UnitOf[_total] ? null : ChangesFor(cell)) ?? throw new EngineException(
                    ErrorId.InvalidOption,
                    "disclosure threshold",
                    $"no pattern was found that protects every row of fewer than {threshold} users, so that nothing is published",
                    "measure more days or a larger perimeter, or use a smaller threshold"));
            }
        }
    }

    /// <summary>An exchange in which a cell grows: units with their changes. The moves over days are for where the free search finds none.</summary>
    private (int Unit, int Change)[]? ChangesFor(int cell)
    {
        if (_search.TryFind(_relations.UnitOf[cell], Thrift, Tries))
        {
            return [.. _search.Units.Select(unit => (unit, _search.ChangeOf(unit)))];
        }

        foreach (var (thrift, tries) in new[] { (Thrift, ThriftySliceTries), (0, LastSliceTries) })
        {
            foreach (var slice in _slices.For(cell))
            {
                if (slice.TryFind(cell, thrift, tries) is { } changes)
                {
                    // All cells of a unit change alike. What a slice finds is believed once every equation of the table was seen to hold.
                    (int Unit, int Change)[] found = [.. changes.Select(change => (_relations.UnitOf[change.Cell], change.Change)).Distinct()];
                    if (IsBalanced(found))
                    {
                        return found;
                    }
                }
            }
        }

        return null;
    }

    private bool IsBalanced((int Unit, int Change)[] changes)
    {
        var sums = new Dictionary<int, long>();
        foreach (var (unit, change) in changes)
        {
            for (var index = 0; index < _relations.RelationsOf(unit).Length; index++)
            {
                var relation = _relations.RelationsOf(unit)[index];
                sums[relation] = sums.GetValueOrDefault(relation) + (_relations.SignsOf(unit)[index] * change);
            }
        }

        return sums.Values.All(sum => sum == 0) && changes.DistinctBy(moved => moved.Unit).Count() == changes.Length;
    }

    /// <summary>Keeps an exchange, and withholds its units.</summary>
    private void Keep((int Unit, int Change)[] changes)
    {
        // As often as it can be made without any unit falling to nothing, in the one direction and in the other.
        var (forth, back) = (long.MaxValue, long.MaxValue);
        foreach (var (unit, change) in changes)
        {
            _withheld.Add(unit);
            if (change < 0)
            {
                forth = Math.Min(forth, (_amounts[unit] - 1) / -change);
            }
            else
            {
                back = Math.Min(back, (_amounts[unit] - 1) / change);
            }
        }

        int[] grown = [.. changes.Where(moved => _isPrimary[moved.Unit] && (moved.Change > 0 ? forth : back) > 0).Select(moved => moved.Unit)];
        foreach (var unit in grown)
        {
            _timesProtected[unit]++;
        }

        _exchanges.Add(new Exchange([.. changes.Select(moved => moved.Unit)], grown));
    }

    /// <summary>The units of primary rows and of the exchanges, without those exchanges that later ones made needless.</summary>
    private bool[] UnitsToWithhold()
    {
        var units = (bool[])_isPrimary.Clone();
        foreach (var exchange in _exchanges)
        {
            if (exchange.Protected.All(unit => _timesProtected[unit] > 1))
            {
                Array.ForEach(exchange.Protected, unit => _timesProtected[unit]--);
            }
            else
            {
                Array.ForEach(exchange.Units, unit => units[unit] = true);
            }
        }

        return units;
    }

    /// <summary>The total of the whole log, −1 if there is none: ledgers tell it anyhow.</summary>
    private static int TotalOf(CellFrame frame) => Enumerable.Range(0, frame.Count).FirstOrDefault(
        cell => frame.Periods[frame.Period[cell]].Kind == PeriodKind.All
            && frame.Territories[frame.Territory[cell]].Level == TerritoryLevel.National
            && frame.Modalities[frame.Modality[cell]].Dimension == Dimension.Total.Code,
        -1);
}
