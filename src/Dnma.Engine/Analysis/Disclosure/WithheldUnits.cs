using System.Numerics;

namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>Which units are withheld, with those of each equation at hand. Only grows. Not thread safe.</summary>
/// <param name="relations">The equations.</param>
/// <param name="amounts">What each unit counts.</param>
internal sealed class WithheldUnits(RelationSet relations, long[] amounts)
{
    private const int None = -1;

    private readonly bool[] _holds = new bool[relations.Units];
    private readonly int[] _newest = FilledWith(None, relations.Count);
    private readonly List<(int Unit, int Older)> _links = [];

    /// <summary>Whether a unit is withheld.</summary>
    public bool Holds(int unit) => _holds[unit];

    /// <summary>What withholding a unit takes from readers: large figures are asked for more often than small ones.</summary>
    public int CostOf(int unit) => 2 + (BitOperations.Log2((ulong)amounts[unit]) / 2);

    /// <summary>Withholds a unit; nothing where it is withheld already.</summary>
    public void Add(int unit)
    {
        if (_holds[unit])
        {
            return;
        }

        _holds[unit] = true;
        foreach (var relation in relations.RelationsOf(unit))
        {
            _links.Add((unit, _newest[relation]));
            _newest[relation] = _links.Count - 1;
        }
    }

    /// <summary>Adds the withheld units of an equation to a list, the newest first.</summary>
    /// <param name="relation">The equation.</param>
    /// <param name="most">No more than so many.</param>
    /// <param name="units">Takes them.</param>
    public void AddSomeOf(int relation, int most, List<int> units)
    {
        for (var link = _newest[relation]; link != None && most > 0; link = _links[link].Older, most--)
        {
            units.Add(_links[link].Unit);
        }
    }

    private static int[] FilledWith(int value, int count)
    {
        var array = new int[count];
        Array.Fill(array, value);
        return array;
    }
}
