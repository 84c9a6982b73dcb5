namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// The equations between cells that everybody knows: each says that its cells, with their signs, sum to 0 in every column that adds up. Cells that are
/// equal because a whole has one part are one unit here, and equations between units are kept once. Built once, then never changed.
/// </summary>
internal sealed class RelationSet
{
    private readonly int[] _starts;
    private readonly int[] _members;
    private readonly sbyte[] _signs;
    private readonly int[] _unitStarts;
    private readonly int[] _relations;
    private readonly sbyte[] _unitSigns;

    /// <param name="unitOf">The unit of each cell.</param>
    /// <param name="units">How many units there are.</param>
    /// <param name="starts">Where each equation begins among the members, and the end of the last one.</param>
    /// <param name="members">The units of all equations, one after the other.</param>
    /// <param name="signs">Their signs.</param>
    internal RelationSet(int[] unitOf, int units, int[] starts, int[] members, sbyte[] signs)
    {
        UnitOf = unitOf;
        Units = units;
        (_starts, _members, _signs) = (starts, members, signs);
        _unitStarts = new int[units + 1];
        foreach (var unit in members)
        {
            _unitStarts[unit + 1]++;
        }

        for (var unit = 0; unit < units; unit++)
        {
            _unitStarts[unit + 1] += _unitStarts[unit];
        }

        var next = _unitStarts[..units];
        (_relations, _unitSigns) = (new int[members.Length], new sbyte[members.Length]);
        for (var relation = 0; relation < Count; relation++)
        {
            for (var member = starts[relation]; member < starts[relation + 1]; member++)
            {
                var slot = next[members[member]]++;
                (_relations[slot], _unitSigns[slot]) = (relation, signs[member]);
            }
        }
    }

    /// <summary>How many equations there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>How many units there are.</summary>
    public int Units { get; }

    /// <summary>The unit of each cell.</summary>
    public int[] UnitOf { get; }

    /// <summary>The units of an equation, those with the least amount first.</summary>
    public ReadOnlySpan<int> Members(int relation) => _members.AsSpan(_starts[relation].._starts[relation + 1]);

    /// <summary>Their signs.</summary>
    public ReadOnlySpan<sbyte> Signs(int relation) => _signs.AsSpan(_starts[relation].._starts[relation + 1]);

    /// <summary>The equations that a unit stands in.</summary>
    public ReadOnlySpan<int> RelationsOf(int unit) => _relations.AsSpan(_unitStarts[unit].._unitStarts[unit + 1]);

    /// <summary>Its signs in them.</summary>
    public ReadOnlySpan<sbyte> SignsOf(int unit) => _unitSigns.AsSpan(_unitStarts[unit].._unitStarts[unit + 1]);

    /// <summary>The sign of a unit in an equation; 0 where it is not in it.</summary>
    public sbyte SignIn(int relation, int unit)
    {
        var index = RelationsOf(unit).IndexOf(relation);
        return index < 0 ? (sbyte)0 : SignsOf(unit)[index];
    }
}
