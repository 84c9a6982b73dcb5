namespace Dnma.Engine.Indicators.Counting;

/// <summary>Additive figures by key. Not thread safe.</summary>
internal sealed class MeasureCells
{
    private readonly KeyIndex _index = new();
    private Measures[] _measures = new Measures[64];
    private long[] _lastVisit = new long[64];

    public int Count => _index.Count;

    public CellKey KeyOf(int cell) => _index[cell];

    public ref readonly Measures this[int cell] => ref _measures[cell];

    /// <summary>The cells in the order of the first two codes of their keys.</summary>
    public int[] InOrder()
    {
        var cells = new int[Count];
        var order = new ulong[Count];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var key = _index[cell];
            cells[cell] = cell;
            order[cell] = ((ulong)(uint)key.A << 32) | (uint)key.B;
        }

        Array.Sort(order, cells);
        return cells;
    }

    /// <summary>The figures of a key, zero at first. The reference is valid until the next call.</summary>
    public ref Measures Of(in CellKey key)
    {
        // Not in one expression: the array would be taken before it is replaced by a longer one.
        var cell = Find(key);
        return ref _measures[cell];
    }

    /// <summary>The figures of a key, and whether <paramref name="visit"/> touches it for the first time since another visit did.</summary>
    public ref Measures Of(in CellKey key, long visit, out bool isFirst)
    {
        var cell = Find(key);
        isFirst = _lastVisit[cell] != visit;
        _lastVisit[cell] = visit;
        return ref _measures[cell];
    }

    private int Find(in CellKey key)
    {
        var cell = _index.Of(key, out var isNew);
        if (isNew && cell == _measures.Length)
        {
            Array.Resize(ref _measures, cell * 2);
            Array.Resize(ref _lastVisit, cell * 2);
        }

        return cell;
    }
}
