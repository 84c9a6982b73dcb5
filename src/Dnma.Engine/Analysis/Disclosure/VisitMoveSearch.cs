using Dnma.Engine.Indicators;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Looks for an exchange of the plainest kinds, in which whole visits change one coordinate: a visit of another modality, of another territory or of another day comes to the
/// row, and where it can another goes the opposite way, so that wider rows stay as they are. Every axis adds up of itself then. What a row takes is bounded, however large
/// the table. Not thread safe.
/// </summary>
internal sealed class VisitMoveSearch(CellFrame frame, CellIndex index, MovePlaces places, MovePaths paths, MoveLines lines, ModalityAxis modalities, ExchangeCheck check)
{
    private const int FewModalities = 8;
    private const int ManyModalities = 200;

    private readonly List<VisitMove> _trial = [];
    private List<(int Period, int Gain)> _times = [];
    private (int Unit, int Change)[]? _best;
    private int _bestCost;
    private int _mostModalities;
    private int _cell;
    private int _growing;
    private int _to;

    /// <summary>The search in a table.</summary>
    public static VisitMoveSearch Of(CellFrame frame, TerritoryNesting tree, DayActivity activity, RelationSet relations, WithheldUnits withheld, ExchangeCheck check, int fixedUnit)
    {
        var chains = new TerritoryChains(frame, tree);
        var index = new CellIndex(frame, chains);
        var places = new MovePlaces(frame, index, chains, activity, relations, withheld, frame.Modalities.IndexOf((Dimension.Total.Code, IndicatorCodes.Total)));
        return new VisitMoveSearch(
            frame, index, places, new MovePaths(frame, chains, places), new MoveLines(frame, index, chains, relations, withheld, fixedUnit), new ModalityAxis(frame, index, places), check);
    }

    /// <summary>Looks for an exchange in which a cell grows: units with their changes; null where none is found.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isThorough">Whether many days, territories and modalities are tried, where few of them did not do.</param>
    public (int Unit, int Change)[]? TryFind(int cell, bool isThorough)
    {
        places.IsThorough = isThorough;
        _mostModalities = isThorough ? ManyModalities : FewModalities;
        (_best, _bestCost) = (null, int.MaxValue);
        (_cell, _growing) = (cell, frame.Modality[cell]);
        Try(cell, isThorough);
        foreach (var pair in _best is null ? modalities.PairsOf(cell) : [])
        {
            // A profile or a device grows by one of its pairs, which may have come on fewer days and to fewer places.
            Try(pair, isThorough);
            if (_best is not null)
            {
                break;
            }
        }

        return _best;
    }

    private void Try(int cell, bool isThorough)
    {
        foreach (var (to, from) in places.Times(cell))
        {
            (_to, _times) = (to, lines.Over(to, from));
            foreach (var difference in paths.Differences(cell, to))
            {
                Swap(cell, difference);
                Whole(cell, difference);
            }

            if (_bestCost > 0)
            {
                foreach (var chain in paths.Chains(cell, to))
                {
                    Swap(cell, chain);
                    if (from is not null)
                    {
                        Whole(cell, chain);
                    }
                }
            }

            if (_bestCost == int.MaxValue)
            {
                foreach (var ends in paths.Ends(cell, to, lines))
                {
                    Replace(cell, ends);
                }
            }

            if (_bestCost == 0 || (isThorough && _bestCost < int.MaxValue))
            {
                break;
            }
        }
    }

    private IEnumerable<(int Cell, int Change)> Changes()
    {
        var changes = new List<(int, int)>();
        foreach (var move in _trial)
        {
            lines.AddTo(changes, move);
        }

        return changes.GroupBy(change => change.Item1).Select(change => (change.Key, change.Sum(one => one.Item2))).Where(change => change.Item2 != 0);
    }

    /// <summary>A visit comes from another modality of the row's dimension.</summary>
    private void Swap(int cell, (int Territory, int Gain)[] where)
    {
        var modality = frame.Modality[cell];
        if (frame.Modalities[modality].Dimension == Dimension.Total.Code)
        {
            return;
        }

        foreach (var (gaining, losing) in modalities.Swaps(cell, index.Block(frame.Period[cell], frame.Territory[cell], frame.Modalities[modality].Dimension), _growing, one => places.CanLose(one, where[0].Territory, _to)))
        {
            _trial.Clear();
            var cost = 0;
            if (Add(where, gaining, 1, ref cost) && Add(where, losing, -1, ref cost))
            {
                Offer(cost);
            }
        }
    }

    /// <summary>A visit comes from elsewhere, with one modality of each dimension.</summary>
    private void Whole(int cell, (int Territory, int Gain)[] where)
    {
        _trial.Clear();
        var cost = 0;
        if (!Add(where, [modalities.Total], 1, ref cost))
        {
            return;
        }

        foreach (var dimension in modalities.Dimensions)
        {
            if (!AddCheapest(ChoicesOf(cell, dimension), _times, where, 1, ref cost))
            {
                return;
            }
        }

        Offer(cost);
    }

    /// <summary>A visit goes from one place or day, and another comes to the row's, with other modalities where it takes that.</summary>
    private void Replace(int cell, VisitEnds ends)
    {
        // Where the row's own modality came and went, it would not grow.
        var goesFromRow = ends.LosingTimes.Exists(time => time.Period == frame.Period[cell]) && Array.Exists(ends.LosingPlaces, place => place.Territory == frame.Territory[cell]);
        var own = goesFromRow ? modalities.AxisOf(frame.Modality[cell]) : "";
        _trial.Clear();
        var cost = 0;
        if (!AddCheapest([[modalities.Total]], ends.Times, ends.Places, 1, ref cost))
        {
            return;
        }

        foreach (var dimension in modalities.Dimensions)
        {
            if ((dimension == own || !AddCheapest(ChoicesOf(cell, dimension), ends.Times, ends.Places, 1, ref cost)) && !AddApart(cell, dimension, ends, dimension == own, ref cost))
            {
                return;
            }
        }

        Offer(cost);
    }

    /// <summary>One modality comes and another goes, which is not the row's.</summary>
    private bool AddApart(int cell, string dimension, VisitEnds ends, bool goesFromRow, ref int cost)
    {
        int[][] others = [.. modalities.Others(places.BlockOf(ends.LosingPlaces[0].Territory, ends.LosingTimes, dimension), _mostModalities)];
        return AddCheapest(ChoicesOf(cell, dimension), ends.GainingTimes, ends.GainingPlaces, 1, ref cost) && AddCheapest(goesFromRow ? [.. others.Where(some => !some.Contains(_growing))] : others, ends.LosingTimes, ends.LosingPlaces, -1, ref cost);
    }

    private int[][] ChoicesOf(int cell, string dimension) =>
        [.. modalities.Choices(cell, dimension, BlockAround(cell, dimension), _mostModalities)];

    /// <summary>The rows of a dimension in the place of a row, or in the least territory around it of which the table tells by this dimension.</summary>
    private ReadOnlySpan<int> BlockAround(int cell, string dimension) => index.Block(frame.Period[cell], places.TellingOf(frame.Territory[cell], dimension), dimension);

    /// <summary>Adds the lines of one of several choices to the trial: the one that takes least from readers.</summary>
    private bool AddCheapest(int[][] choices, List<(int Period, int Gain)> times, (int Territory, int Gain)[] where, int sign, ref int cost)
    {
        var (best, bestCost) = ((int[]?)null, int.MaxValue);
        foreach (var choice in choices)
        {
            if (CostOf(times, where, choice, sign) is { } one && one < bestCost)
            {
                (best, bestCost) = (choice, one);
            }
        }

        if (best is null || cost + bestCost >= _bestCost)
        {
            return false;
        }

        cost += bestCost;
        _trial.AddRange(best.Select(modality => new VisitMove(times, where, modality, sign)));
        return true;
    }

    private int? CostOf(List<(int Period, int Gain)> times, (int Territory, int Gain)[] where, int[] some, int sign)
    {
        var cost = 0;
        foreach (var modality in some)
        {
            if (lines.CostOf(times, where, modality, sign) is not { } one)
            {
                return null;
            }

            cost += one;
        }

        return cost;
    }

    private bool Add((int Territory, int Gain)[] where, int[] some, int sign, ref int cost)
    {
        foreach (var modality in some)
        {
            if (lines.CostOf(_times, where, modality, sign) is not { } one || (cost += one) >= _bestCost)
            {
                return false;
            }

            _trial.Add(new VisitMove(_times, where, modality, sign));
        }

        return true;
    }

    private void Offer(int cost)
    {
        if (cost < _bestCost && check.UnitsOf(_cell, Changes()) is { } units)
        {
            (_best, _bestCost) = (units, cost);
        }
    }
}
