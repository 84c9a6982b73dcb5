namespace Dnma.Engine.Indicators.Counting;

/// <summary>Additive figures by key. Not thread safe.</summary>
internal sealed class MeasureCells
{
    private readonly CellTable<(Measures Measures, long LastVisit)> _cells = new();

    public int Count => _cells.Count;

    public CellKey KeyOf(int cell) => _cells.KeyOf(cell);

    public ref readonly Measures this[int cell] => ref _cells[cell].Measures;

    /// <summary>The cells in the order of the first two codes of their keys.</summary>
    public int[] InOrder()
    {
        var cells = new int[Count];
        var order = new ulong[Count];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var key = _cells.KeyOf(cell);
            cells[cell] = cell;
            order[cell] = ((ulong)(uint)key.A << 32) | (uint)key.B;
        }

        Array.Sort(order, cells);
        return cells;
    }

    /// <summary>The figures of a key, zero at first. The reference is valid until the next call.</summary>
    public ref Measures Of(scoped in CellKey key) => ref _cells.Of(key).Measures;

    /// <summary>The figures of a key, and whether <paramref name="visit"/> touches it for the first time since another visit did.</summary>
    public ref Measures Of(scoped in CellKey key, long visit, out bool isFirst)
    {
        ref var cell = ref _cells.Of(key);
        isFirst = cell.LastVisit != visit;
        cell.LastVisit = visit;
        return ref cell.Measures;
    }
}
