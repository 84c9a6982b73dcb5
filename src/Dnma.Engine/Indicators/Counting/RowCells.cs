namespace Dnma.Engine.Indicators.Counting;

/// <summary>The rows of the tables to be: figures by (block, dimension or slot, value). Not thread safe.</summary>
internal sealed class RowCells
{
    private readonly CellTable<byte> _blocks = new();
    private readonly CellTable<RowFigures> _rows = new();

    public int Count => _rows.Count;

    public ref readonly RowFigures this[int row] => ref _rows[row];

    public BlockKey BlockOf(int row) => BlockKey.Of(_blocks.KeyOf(_rows.KeyOf(row).A));

    public int DimensionOf(int row) => _rows.KeyOf(row).B;

    public int ValueOf(int row) => _rows.KeyOf(row).C;

    /// <summary>The number of a block among these rows, to be given to <see cref="Row"/>.</summary>
    public int BlockIndex(BlockKey block) => _blocks.Find(block.ToCell(), out _);

    /// <summary>The figures of a row, zero at first. The reference is valid until the next call.</summary>
    public ref RowFigures Row(int block, int dimension, int value) => ref _rows.Of(new CellKey(block, dimension, value));
}
