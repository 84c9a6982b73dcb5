using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// The table as one move over days sees it: each territory and modality is one cell, which stands for those of its periods that the move changes. Equations
/// over periods hold of themselves then, and an exchange is far easier to find. Not thread safe.
/// </summary>
internal sealed class DaySlice
{
    private readonly CellFrame _frame;
    private readonly DayMove _move;
    private readonly int[][] _cells;
    private readonly RelationSet _relations;
    private readonly ExchangeSearch _search;
    private readonly WithheldUnits _withheld;
    private readonly Dictionary<(int Territory, int Modality), int> _elements = [];

    /// <param name="frame">The whole table.</param>
    /// <param name="tree">Which territories others lie in.</param>
    /// <param name="activity">The days on which each territory and modality can have had visits.</param>
    /// <param name="move">The move.</param>
    /// <param name="isWithheld">Which cells of the whole table are withheld so far.</param>
    /// <param name="fixedCell">The cell that always stays published.</param>
    public DaySlice(CellFrame frame, TerritoryNesting tree, DayActivity activity, DayMove move, Func<int, bool> isWithheld, int fixedCell)
    {
        (_frame, _move) = (frame, move);
        var gains = frame.Periods.Select(period => move.GainOf(period.Days)).ToArray();
        var isOfDays = frame.Periods.Zip(gains).All(pair => pair.Second == 0 || pair.First.Kind == PeriodKind.Day);
        _cells = [.. activity.Groups
            .Where(group => activity.IsActive(group, move.To) && (move.From is not { } from || activity.IsActive(group, from)))
            .Select(group => group.Where(cell => gains[frame.Period[cell]] != 0).ToArray())
            .Where(cells => cells.Length > 0)];
        var slice = frame.Collapse(_cells, isOfDays ? PeriodKind.Day : PeriodKind.All);
        for (var element = 0; element < _cells.Length; element++)
        {
            _elements.Add((slice.Territory[element], slice.Modality[element]), element);
        }

        _relations = CellRelations.OfOnePeriod(slice, tree);
        var limits = LimitsOf(gains);
        var sizes = limits.Shrinkage.Select(limit => limit == long.MaxValue ? 1 : limit + 1).ToArray();
        _withheld = new WithheldUnits(_relations, sizes);
        var fixedUnit = -1;
        for (var element = 0; element < _cells.Length; element++)
        {
            fixedUnit = _cells[element].Contains(fixedCell) ? _relations.UnitOf[element] : fixedUnit;
            if (_cells[element].All(isWithheld))
            {
                _withheld.Add(_relations.UnitOf[element]);
            }
        }

        _search = new ExchangeSearch(_relations, limits, _withheld, fixedUnit);
    }

    /// <summary>Looks for an exchange in which a cell grows: cells of the whole table, with their changes; null where none is found.</summary>
    public IReadOnlyList<(int Cell, int Change)>? TryFind(int cell, int thrift, int tries)
    {
        if (!_elements.TryGetValue((_frame.Territory[cell], _frame.Modality[cell]), out var element) || !_search.TryFind(_relations.UnitOf[element], thrift, tries))
        {
            return null;
        }

        foreach (var unit in _search.Units)
        {
            _withheld.Add(unit);
        }

        var changes = new List<(int, int)>();
        for (var index = 0; index < _cells.Length; index++)
        {
            if (_search.ChangeOf(_relations.UnitOf[index]) is var change and not 0)
            {
                changes.AddRange(_cells[index].Select(one => (one, change * _move.GainOf(_frame.Periods[_frame.Period[one]].Days))));
            }
        }

        return changes;
    }

    private ExchangeLimits LimitsOf(int[] gains)
    {
        var (growth, shrinkage) = (new long[_relations.Units], new long[_relations.Units]);
        Array.Fill(growth, long.MaxValue);
        Array.Fill(shrinkage, long.MaxValue);
        for (var element = 0; element < _cells.Length; element++)
        {
            foreach (var cell in _cells[element])
            {
                var limits = gains[_frame.Period[cell]] > 0 ? shrinkage : growth;
                ref var limit = ref limits[_relations.UnitOf[element]];
                limit = Math.Min(limit, _frame.Amount[cell] - 1);
            }
        }

        return new ExchangeLimits(growth, shrinkage);
    }
}
