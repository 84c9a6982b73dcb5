namespace Dnma.Engine.Tests.Analysis.Disclosure;

/// <summary>
/// Solves equations exactly, modulo a prime of 61 bits: which unknowns have one value only, whatever the right-hand sides are. An unknown is told exactly
/// when the reduced system holds a row with it alone.
/// </summary>
internal sealed class LinearAttack
{
    private const ulong Prime = (1UL << 61) - 1;

    private readonly Dictionary<int, Dictionary<int, ulong>> _rows = [];
    private readonly Dictionary<int, HashSet<int>> _pivotsWith = [];

    /// <summary>Adds one equation: unknowns with their coefficients.</summary>
    public void Add(IEnumerable<(int Unknown, long Coefficient)> terms)
    {
        var row = new Dictionary<int, ulong>();
        foreach (var (unknown, coefficient) in terms)
        {
            Accumulate(row, unknown, coefficient < 0 ? Prime - (ulong)-coefficient : (ulong)coefficient);
        }

        foreach (var pivot in row.Keys.Where(_rows.ContainsKey).ToArray())
        {
            Subtract(row, row[pivot], _rows[pivot]);
        }

        if (row.Count == 0)
        {
            return;
        }

        // The rarest unknown leads: rows stay short.
        var lead = row.Keys.MinBy(unknown => (_pivotsWith.TryGetValue(unknown, out var with) ? with.Count : 0, unknown));
        var inverse = Power(row[lead], Prime - 2);
        foreach (var unknown in row.Keys.ToArray())
        {
            row[unknown] = Multiply(row[unknown], inverse);
        }

        foreach (var pivot in _pivotsWith.TryGetValue(lead, out var others) ? others.ToArray() : [])
        {
            var other = _rows[pivot];
            var factor = other[lead];
            var before = other.Keys.ToArray();
            Subtract(other, factor, row);
            foreach (var unknown in before.Where(unknown => !other.ContainsKey(unknown)))
            {
                _pivotsWith[unknown].Remove(pivot);
            }

            Index(pivot, other.Keys.Except(before));
        }

        _rows.Add(lead, row);
        Index(lead, row.Keys);
    }

    /// <summary>The unknowns that have but one value.</summary>
    public IEnumerable<int> Told() => _rows.Where(row => row.Value.Count == 1).Select(row => row.Key);

    private void Index(int pivot, IEnumerable<int> unknowns)
    {
        foreach (var unknown in unknowns)
        {
            if (!_pivotsWith.TryGetValue(unknown, out var with))
            {
                _pivotsWith.Add(unknown, with = []);
            }

            with.Add(pivot);
        }
    }

    private static void Subtract(Dictionary<int, ulong> row, ulong factor, Dictionary<int, ulong> other)
    {
        foreach (var (unknown, coefficient) in other)
        {
            Accumulate(row, unknown, Prime - Multiply(factor, coefficient));
        }
    }

    private static void Accumulate(Dictionary<int, ulong> row, int unknown, ulong coefficient)
    {
        var sum = (row.GetValueOrDefault(unknown) + coefficient) % Prime;
        if (sum == 0)
        {
            row.Remove(unknown);
        }
        else
        {
            row[unknown] = sum;
        }
    }

    private static ulong Multiply(ulong left, ulong right) => (ulong)((UInt128)left * right % Prime);

    private static ulong Power(ulong value, ulong exponent)
    {
        var result = 1UL;
        for (; exponent > 0; exponent >>= 1, value = Multiply(value, value))
        {
            result = (exponent & 1) == 1 ? Multiply(result, value) : result;
        }

        return result;
    }
}
