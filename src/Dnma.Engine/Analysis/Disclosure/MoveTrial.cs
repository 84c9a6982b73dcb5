namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>An exchange while it is put together, line by line, and the best one so far: the one that takes least from readers. Not thread safe.</summary>
/// <param name="lines">What lines take.</param>
/// <param name="check">Believes an exchange.</param>
internal sealed class MoveTrial(MoveLines lines, ExchangeCheck check)
{
    private readonly List<VisitMove> _moves = [];
    private int _cell;
    private int _cost;
    private int _leastCost;

    /// <summary>The best exchange: units with their changes; null where none was found.</summary>
    public (int Unit, int Change)[]? Best { get; private set; }

    /// <summary>Whether the best one takes nothing more from readers.</summary>
    public bool IsFree => _leastCost == 0;

    /// <summary>Looks for exchanges in which a cell grows.</summary>
    public void LookFor(int cell) => (_cell, Best, _leastCost) = (cell, null, int.MaxValue);

    /// <summary>Begins an exchange.</summary>
    public void Begin()
    {
        _moves.Clear();
        _cost = 0;
    }

    /// <summary>Adds the lines of some modalities; false where one cannot move, or takes too much.</summary>
    /// <param name="times">Periods with what they gain.</param>
    /// <param name="places">Territories with what they gain.</param>
    /// <param name="modalities">The modalities.</param>
    /// <param name="sign">1 where they gain, −1 where they lose.</param>
    public bool Add(List<(int Period, int Gain)> times, (int Territory, int Gain)[] places, int[] modalities, int sign) => AddCheapest([modalities], times, places, sign);

    /// <summary>Adds the lines of one of several choices: the one that takes least from readers.</summary>
    /// <param name="choices">Modalities that go together, as often as there is a choice.</param>
    /// <param name="times">Periods with what they gain.</param>
    /// <param name="places">Territories with what they gain.</param>
    /// <param name="sign">1 where they gain, −1 where they lose.</param>
    public bool AddCheapest(IEnumerable<int[]> choices, List<(int Period, int Gain)> times, (int Territory, int Gain)[] places, int sign)
    {
        var (best, least) = ((int[]?)null, int.MaxValue);
        foreach (var choice in choices)
        {
            if (CostOf(times, places, choice, sign) is { } cost && cost < least)
            {
                (best, least) = (choice, cost);
            }
        }

        if (best is null || _cost + least >= _leastCost)
        {
            return false;
        }

        _cost += least;
        _moves.AddRange(best.Select(modality => new VisitMove(times, places, modality, sign)));
        return true;
    }

    /// <summary>Ends the exchange: it is the best one from now on where it is sound.</summary>
    public void End()
    {
        var changes = new List<(int Cell, int Change)>();
        foreach (var move in _moves)
        {
            lines.AddTo(changes, move);
        }

        var sums = changes.GroupBy(change => change.Cell).Select(change => (change.Key, change.Sum(one => one.Change))).Where(change => change.Item2 != 0);
        if (check.UnitsOf(_cell, sums) is { } units)
        {
            (Best, _leastCost) = (units, _cost);
        }
    }

    private int? CostOf(List<(int Period, int Gain)> times, (int Territory, int Gain)[] places, int[] modalities, int sign)
    {
        var sum = 0;
        foreach (var modality in modalities)
        {
            if (lines.CostOf(times, places, modality, sign) is not { } cost)
            {
                return null;
            }

            sum += cost;
        }

        return sum;
    }
}
