namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>Gathers the equations between cells. Not thread safe.</summary>
/// <param name="frame">The cells.</param>
internal sealed class RelationSetBuilder(CellFrame frame)
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _members = [];
    private readonly List<sbyte> _signs = [];

    /// <summary>The next cell of the equation that is being made.</summary>
    public void Add(int cell, sbyte sign)
    {
        _members.Add(cell);
        _signs.Add(sign);
    }

    /// <summary>Ends the equation; one without cells is none.</summary>
    public void End()
    {
        if (_members.Count > _starts[^1])
        {
            _starts.Add(_members.Count);
        }
    }

    /// <summary>Adds the equation that wholes sum to what their parts sum to.</summary>
    public void AddSum(IEnumerable<int> wholes, IEnumerable<int> parts)
    {
        foreach (var whole in wholes)
        {
            Add(whole, -1);
        }

        foreach (var part in parts)
        {
            Add(part, 1);
        }

        End();
    }

    /// <summary>The equations.</summary>
    public RelationSet Build()
    {
        var unitOf = Unite(out var units);
        var amounts = new long[units];
        for (var cell = 0; cell < frame.Count; cell++)
        {
            amounts[unitOf[cell]] = frame.Amount[cell];
        }

        var (starts, members, signs) = (new List<int> { 0 }, new List<int>(), new List<sbyte>());
        var known = new HashSet<Equation>();
        for (var relation = 0; relation + 1 < _starts.Count; relation++)
        {
            var equation = Equation.Of(_members[_starts[relation].._starts[relation + 1]], _signs[_starts[relation].._starts[relation + 1]], unitOf, amounts);
            if (!equation.IsEmpty && known.Add(equation))
            {
                members.AddRange(equation.Units);
                signs.AddRange(equation.Signs);
                starts.Add(members.Count);
            }
        }

        return new RelationSet(unitOf, units, [.. starts], [.. members], [.. signs]);
    }

    /// <summary>Gives each cell the number of its unit: a whole of one part is that part.</summary>
    private int[] Unite(out int units)
    {
        var first = new int[frame.Count];
        for (var cell = 0; cell < first.Length; cell++)
        {
            first[cell] = cell;
        }

        for (var relation = 0; relation + 1 < _starts.Count; relation++)
        {
            if (_starts[relation + 1] - _starts[relation] == 2)
            {
                var (left, right) = (FirstOf(_members[_starts[relation]]), FirstOf(_members[_starts[relation] + 1]));
                first[Math.Max(left, right)] = Math.Min(left, right);
            }
        }

        units = 0;
        var unitOf = new int[first.Length];
        for (var cell = 0; cell < first.Length; cell++)
        {
            unitOf[cell] = first[cell] == cell ? units++ : unitOf[FirstOf(cell)];
        }

        return unitOf;

        int FirstOf(int cell)
        {
            while (first[cell] != cell)
            {
                cell = first[cell] = first[first[cell]];
            }

            return cell;
        }
    }
}
