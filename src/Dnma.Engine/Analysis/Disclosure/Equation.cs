namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>One equation between units, written in one way, so that two that say the same are equal.</summary>
/// <param name="Units">The units, those with the least amount first.</param>
/// <param name="Signs">Their signs.</param>
internal sealed record Equation(int[] Units, sbyte[] Signs)
{
    /// <summary>Whether it says nothing: a unit equals itself.</summary>
    public bool IsEmpty => Units.Length == 0;

    /// <summary>The equation between the units of some cells.</summary>
    public static Equation Of(List<int> cells, List<sbyte> signs, int[] unitOf, long[] amounts)
    {
        var sums = new SortedDictionary<(long Amount, int Unit), int>();
        for (var index = 0; index < cells.Count; index++)
        {
            var key = (amounts[unitOf[cells[index]]], unitOf[cells[index]]);
            sums[key] = sums.GetValueOrDefault(key) + signs[index];
        }

        var kept = sums.Where(term => term.Value != 0).ToArray();
        var turn = kept.Length > 0 ? Math.Sign(kept[0].Value) : 1;
        return new Equation([.. kept.Select(term => term.Key.Unit)], [.. kept.Select(term => (sbyte)(term.Value * turn))]);
    }

    /// <inheritdoc />
    public bool Equals(Equation? other) => other is not null && Units.AsSpan().SequenceEqual(other.Units) && Signs.AsSpan().SequenceEqual(other.Signs);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = Units.Length;
        foreach (var unit in Units)
        {
            hash = unchecked((hash * 31) + unit);
        }

        return hash;
    }
}
