namespace Dnma.Engine.Indicators.Counting;

/// <summary>Additive figures by key. Not thread safe.</summary>
internal sealed class MeasureCells
{
    private readonly CellTable<Measures> _cells = new();

    public int Count => _cells.Count;

    public CellKey KeyOf(int cell) => _cells.KeyOf(cell);

    public ref readonly Measures this[int cell] => ref _cells[cell];

    /// <summary>The figures of a key, zero at first. The reference is valid until the next call.</summary>
    public ref Measures Of(scoped in CellKey key) => ref _cells.Of(key);

    /// <summary>The cells in the order of the first two codes of their keys.</summary>
    public int[] InOrder() => _cells.InOrder();
}
