namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>The exchanges that were found, and which rows of few users they protect. Not thread safe.</summary>
/// <param name="amounts">What each unit counts.</param>
/// <param name="isPrimary">Which units are withheld for their own sake.</param>
/// <param name="withheld">Takes the units of every exchange.</param>
internal sealed class KeptExchanges(long[] amounts, bool[] isPrimary, WithheldUnits withheld)
{
    private readonly int[] _timesProtected = new int[amounts.Length];
    private readonly List<Exchange> _exchanges = [];

    /// <summary>Whether one of them lets a unit grow.</summary>
    public bool Protect(int unit) => _timesProtected[unit] > 0;

    /// <summary>Keeps an exchange, and withholds its units.</summary>
    public void Keep((int Unit, int Change)[] changes)
    {
        // As often as it can be made without any unit falling to nothing, in the one direction and in the other.
        var (forth, back) = (long.MaxValue, long.MaxValue);
        foreach (var (unit, change) in changes)
        {
            withheld.Add(unit);
            if (change < 0)
            {
                forth = Math.Min(forth, (amounts[unit] - 1) / -change);
            }
            else
            {
                back = Math.Min(back, (amounts[unit] - 1) / change);
            }
        }

        int[] grown = [.. changes.Where(moved => isPrimary[moved.Unit] && (moved.Change > 0 ? forth : back) > 0).Select(moved => moved.Unit)];
        foreach (var unit in grown)
        {
            _timesProtected[unit]++;
        }

        _exchanges.Add(new Exchange([.. changes.Select(moved => moved.Unit)], grown));
    }

    /// <summary>The units of primary rows and of the exchanges, without those exchanges that later ones made needless. Asked once.</summary>
    public bool[] UnitsToWithhold()
    {
        var units = (bool[])isPrimary.Clone();
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
}
