namespace Dnma.Engine.Indicators.Counting;

/// <summary>The rows of the tables to be: figures by (block, dimension or slot, value). Not thread safe.</summary>
internal sealed class RowCells
{
    private readonly KeyIndex _blocks = new();
    private readonly KeyIndex _rows = new();
    private RowFigures[] _figures = new RowFigures[64];

    public int Count => _rows.Count;

    public ref readonly RowFigures this[int row] => ref _figures[row];

    public BlockKey BlockOf(int row) => BlockKey.Of(_blocks[_rows[row].A]);

    public int DimensionOf(int row) => _rows[row].B;

    public int ValueOf(int row) => _rows[row].C;

    /// <summary>The number of a block among these rows, to be given to <see cref="Row"/>.</summary>
    public int BlockIndex(BlockKey block) => _blocks.Of(block.ToCell(), out _);

    /// <summary>The figures of a row, zero at first. The reference is valid until the next call.</summary>
    public ref RowFigures Row(int block, int dimension, int value)
    {
        var row = _rows.Of(new CellKey(block, dimension, value), out _);
        if (row == _figures.Length)
        {
            Array.Resize(ref _figures, row * 2);
        }

        return ref _figures[row];
    }
}
