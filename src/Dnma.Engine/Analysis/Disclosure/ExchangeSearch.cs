namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>
/// Looks for an exchange: whole visits added to some units and taken from others so that every equation still holds, no published figure changes and no
/// unit falls to nothing. Where a unit stands in one, nobody who knows all that is published can tell what it holds: the table after the exchange is as
/// good an explanation as the true one. The search goes from broken equation to broken equation, the most constrained first; where no unit can mend one, it
/// refuses the last step that touched this equation, and begins again. Not thread safe.
/// </summary>
/// <param name="relations">The equations.</param>
/// <param name="limits">How far units can move.</param>
/// <param name="withheld">Which units are withheld; others can be taken in, at a cost.</param>
/// <param name="fixedUnit">The one unit that always stays published: the whole log's total; −1 where there is none.</param>
internal sealed class ExchangeSearch(RelationSet relations, ExchangeLimits limits, WithheldUnits withheld, int fixedUnit)
{
    private const int MostUnits = 300;
    private const int MostOfOneKind = 16;
    private const int Mended = 6;
    private const int Broken = 4;
    private const int Worsened = 6;

    private readonly int[] _change = new int[relations.Units];
    private readonly int[] _imbalance = new int[relations.Count];
    private readonly List<int> _units = [];
    private readonly HashSet<(int Unit, bool Grows)> _refused = [];
    private readonly HashSet<(int Unit, bool Grows)> _refusedOpenings = [];
    private readonly List<int> _broken = [];
    private readonly List<int> _candidates = [];
    private int _thrift;

    /// <summary>The units of the exchange that was found last, in the order in which they were taken.</summary>
    public IReadOnlyList<int> Units => _units;

    /// <summary>How many visits the exchange adds to a unit, or takes from it.</summary>
    public int ChangeOf(int unit) => _change[unit];

    /// <summary>Looks for an exchange that adds to a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="thrift">How much it counts what a step takes from readers: the more, the fewer units are taken in, and the harder it is to find any.</param>
    /// <param name="tries">How often to begin at most.</param>
    public bool TryFind(int unit, int thrift, int tries)
    {
        if (unit == fixedUnit || limits.Times(unit, 1) == 0)
        {
            // What always stays published does not grow; what grows on one day may have nothing to lose on the other.
            return false;
        }

        _thrift = thrift;
        _refused.Clear();
        _refusedOpenings.Clear();
        for (; tries > 0; tries--)
        {
            Clear();
            Set(unit, 1);
            if (Mend() || !RefuseCause())
            {
                break;
            }
        }

        return _broken.Count == 0;
    }

    /// <summary>Goes on until nothing is broken, or something cannot be mended.</summary>
    private bool Mend()
    {
        while (_broken.Count > 0)
        {
            if (_units.Count > MostUnits || Choose(MostConstrained()) is not { } next)
            {
                return false;
            }

            Set(next.Unit, next.Change);
        }

        return true;
    }

    /// <summary>
    /// Refuses the last step that touched what cannot be mended. Where that was the beginning, refusals may have been too hasty: they are forgotten, and another
    /// first step is taken. False where there is none.
    /// </summary>
    private bool RefuseCause()
    {
        var (relation, cause) = (MostConstrained(), _units.Count - 1);
        while (cause > 0 && _units.Count <= MostUnits && relations.SignIn(relation, _units[cause]) == 0)
        {
            cause--;
        }

        if (cause > 0)
        {
            return _refused.Add((_units[cause], _change[_units[cause]] > 0));
        }

        _refused.Clear();
        _refused.UnionWith(_refusedOpenings);
        if (_units.Count < 2)
        {
            return false;
        }

        _refusedOpenings.Add((_units[1], _change[_units[1]] > 0));
        return _refused.Add((_units[1], _change[_units[1]] > 0));
    }

    private void Clear()
    {
        foreach (var unit in _units)
        {
            Move(unit, -_change[unit]);
            _change[unit] = 0;
        }

        _units.Clear();
    }

    private void Set(int unit, int change)
    {
        _units.Add(unit);
        _change[unit] = change;
        Move(unit, change);
    }

    private void Move(int unit, int change)
    {
        var of = relations.RelationsOf(unit);
        var signs = relations.SignsOf(unit);
        for (var index = 0; index < of.Length; index++)
        {
            var relation = of[index];
            var before = _imbalance[relation];
            _imbalance[relation] = before + (signs[index] * change);
            if (before == 0)
            {
                _broken.Add(relation);
            }
            else if (_imbalance[relation] == 0)
            {
                _broken.Remove(relation);
            }
        }
    }

    private int MostConstrained()
    {
        var best = _broken[0];
        foreach (var relation in _broken)
        {
            if (relations.Members(relation).Length < relations.Members(best).Length)
            {
                best = relation;
            }
        }

        return best;
    }

    private (int Unit, int Change)? Choose(int relation)
    {
        GatherCandidates(relation);
        (int Unit, int Change)? best = null;
        var bestScore = int.MinValue;
        foreach (var unit in _candidates)
        {
            var change = -_imbalance[relation] * relations.SignIn(relation, unit);
            if (_change[unit] == 0 && unit != fixedUnit && limits.Times(unit, change) > 0 && !_refused.Contains((unit, change > 0))
                && Score(unit, change) is var score && score > bestScore)
            {
                (best, bestScore) = ((unit, change), score);
            }
        }

        return best;
    }

    /// <summary>How good a step is: equations that it mends, against those that it breaks and what it takes from readers.</summary>
    private int Score(int unit, int change)
    {
        var score = withheld.Holds(unit) ? 0 : -_thrift * withheld.CostOf(unit);
        var of = relations.RelationsOf(unit);
        var signs = relations.SignsOf(unit);
        for (var index = 0; index < of.Length; index++)
        {
            var before = _imbalance[of[index]];
            var after = before + (signs[index] * change);
            score += after == 0 ? Mended : before == 0 ? -Broken : -Worsened;
        }

        return score;
    }

    /// <summary>Units of an equation that may mend it: those in other broken equations as well, withheld ones, some of the least and the greatest.</summary>
    private void GatherCandidates(int relation)
    {
        var members = relations.Members(relation);
        _candidates.Clear();
        if (members.Length <= 3 * MostOfOneKind)
        {
            _candidates.AddRange(members);
            return;
        }

        foreach (var unit in members)
        {
            var broken = 0;
            foreach (var other in relations.RelationsOf(unit))
            {
                broken += _imbalance[other] != 0 ? 1 : 0;
            }

            if (broken > 1)
            {
                _candidates.Add(unit);
            }
        }

        withheld.AddSomeOf(relation, MostOfOneKind, _candidates);
        _candidates.AddRange(members[..MostOfOneKind]);
        _candidates.AddRange(members[^MostOfOneKind..]);
    }
}
