using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
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
    private const int MostCellsToSlice = 200_000;

    private readonly CellFrame _frame;
    private readonly int _fixedUnit;
    private readonly RelationSet _relations;
    private readonly bool[] _isPrimary;
    private readonly WithheldUnits _withheld;
    private readonly ExchangeSearch _search;
    private readonly DaySlices _slices;
    private readonly VisitMoveSearch _moves;
    private readonly KeptExchanges _exchanges;
    private readonly ExchangeCheck _check;

    private SuppressionPlan(CellFrame frame, TerritoryNesting tree)
    {
        _frame = frame;
        var activity = new DayActivity(frame, tree);
        _relations = CellRelations.Of(frame, tree, activity);
        var amounts = new long[_relations.Units];
        for (var cell = 0; cell < frame.Count; cell++)
        {
            amounts[_relations.UnitOf[cell]] = frame.Amount[cell];
        }

        _isPrimary = new bool[_relations.Units];
        _withheld = new WithheldUnits(_relations, amounts);
        _exchanges = new KeptExchanges(amounts, _isPrimary, _withheld);
        var total = TotalOf(frame);
        _fixedUnit = total < 0 ? -1 : _relations.UnitOf[total];
        var unlimited = new long[_relations.Units];
        Array.Fill(unlimited, long.MaxValue);
        _search = new ExchangeSearch(_relations, new ExchangeLimits(unlimited, [.. amounts.Select(amount => amount - 1)]), _withheld, _fixedUnit);
        _slices = new DaySlices(frame, activity, move => new DaySlice(frame, tree, activity, move, cell => _withheld.Holds(_relations.UnitOf[cell]), total));
        _check = new ExchangeCheck(_relations, amounts, _fixedUnit);
        _moves = VisitMoveSearch.Of(frame, tree, activity, _relations, _withheld, _check, _fixedUnit);
    }

    /// <summary>Marks the rows to withhold.</summary>
    /// <param name="frame">All that was counted, of what can be published at all.</param>
    /// <param name="tree">Which territories lie in which.</param>
    /// <param name="threshold">The least number of users that may be shown.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>Which cells, how many of them for their own sake, and those of few users for which nothing was found: then the pattern does not protect.</returns>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: fewer users than the threshold were seen in all, which nothing can hide.</exception>
    public static (bool[] Withheld, int Primary, IReadOnlyList<int> Unprotected) Of(CellFrame frame, TerritoryNesting tree, int threshold, CancellationToken cancellation)
    {
        var plan = new SuppressionPlan(frame, tree);
        var primary = plan.MarkPrimary(threshold);
        var unprotected = plan.Protect(threshold, cancellation);
        var units = plan._exchanges.UnitsToWithhold();
        return ([.. plan._relations.UnitOf.Select(unit => units[unit])], primary, unprotected);
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

    private List<int> Protect(int threshold, CancellationToken cancellation)
    {
        // What the ledger tells cannot be withheld.
        if (_fixedUnit >= 0 && _isPrimary[_fixedUnit])
        {
            throw new EngineException(
                ErrorId.InvalidOption,
                "disclosure threshold",
                $"fewer than {threshold} users were seen in all, so that nothing is published",
                "measure more days or a larger perimeter, or use a smaller threshold");
        }

        var unprotected = new HashSet<int>();
        for (var cell = 0; cell < _frame.Count; cell++)
        {
            var unit = _relations.UnitOf[cell];
            if (_isPrimary[unit] && !_exchanges.Protect(unit) && !unprotected.Contains(unit))
            {
                cancellation.ThrowIfCancellationRequested();
                if (ChangesFor(cell) is { } changes)
                {
                    _exchanges.Keep(changes);
                }

                if (!_exchanges.Protect(unit))
                {
                    unprotected.Add(unit);
                }
            }
        }

        // Of a unit the widest row tells what it takes, the total before its parts.
        return [.. Enumerable.Range(0, unprotected.Count > 0 ? _frame.Count : 0)
            .Where(cell => unprotected.Contains(_relations.UnitOf[cell]))
            .OrderBy(cell => _frame.Territories[_frame.Territory[cell]].Level)
            .ThenByDescending(cell => _frame.Modalities[_frame.Modality[cell]].Dimension == Dimension.Total.Code)
            .DistinctBy(cell => _relations.UnitOf[cell])];
    }

    /// <summary>An exchange in which a cell grows: units with their changes.</summary>
    private (int Unit, int Change)[]? ChangesFor(int cell)
    {
        if (_moves.TryFind(cell, isThorough: false) is { } moved)
        {
            return moved;
        }

        if (_search.TryFind(_relations.UnitOf[cell], Thrift, Tries))
        {
            return [.. _search.Units.Select(unit => (unit, _search.ChangeOf(unit)))];
        }

        return _moves.TryFind(cell, isThorough: true) ?? (_frame.Count <= MostCellsToSlice ? InSlices(cell) : null);
    }

    /// <summary>Moves over days: for where nothing else finds an exchange.</summary>
    private (int Unit, int Change)[]? InSlices(int cell)
    {
        foreach (var (thrift, tries) in new[] { (Thrift, ThriftySliceTries), (0, LastSliceTries) })
        {
            foreach (var slice in _slices.For(cell))
            {
                if (slice.TryFind(cell, thrift, tries) is { } found && _check.UnitsOf(cell, found) is { } changes)
                {
                    return changes;
                }
            }
        }

        return null;
    }

    /// <summary>The total of the whole log, −1 if there is none: ledgers tell it anyhow.</summary>
    private static int TotalOf(CellFrame frame) => Enumerable.Range(0, frame.Count).FirstOrDefault(
        cell => frame.Periods[frame.Period[cell]].Kind == PeriodKind.All
            && frame.Territories[frame.Territory[cell]].Level == TerritoryLevel.National
            && frame.Modalities[frame.Modality[cell]].Dimension == Dimension.Total.Code,
        -1);
}
