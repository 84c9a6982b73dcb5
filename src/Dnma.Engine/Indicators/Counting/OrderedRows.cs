using System.Runtime.InteropServices;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>The rows of a table to be in the order of its key columns: block by block, and within a block by dimension and modality.</summary>
internal sealed class OrderedRows
{
    private readonly RowCells _cells;
    private readonly BlockRows _rows;
    private readonly ulong[] _modalityKeys;
    private readonly int[] _blocks;
    private readonly int[] _starts;

    /// <param name="rows">The rows.</param>
    /// <param name="order">The order of blocks.</param>
    /// <param name="modalityKeys">Sorts the modalities of <paramref name="rows"/> as their texts do, by number.</param>
    /// <param name="takes">Which blocks the table has.</param>
    public OrderedRows(RowCells rows, TableOrder order, ulong[] modalityKeys, Func<BlockKey, bool> takes)
    {
        _cells = rows;
        _rows = new BlockRows(rows);
        _modalityKeys = modalityKeys;
        _blocks = [.. _rows.Blocks.Where(block => takes(rows.BlockOf(block)))];
        Array.Sort(Array.ConvertAll(_blocks, block => order.KeyOf(rows.BlockOf(block))), _blocks);
        _starts = new int[_blocks.Length];
        for (var i = 0; i < _blocks.Length; i++)
        {
            _starts[i] = Count;
            Count += _rows.CountOf(_blocks[i]);
        }
    }

    /// <summary>Takes a row.</summary>
    /// <param name="index">Its place in the table.</param>
    /// <param name="block">Its block.</param>
    /// <param name="modality">Its modality's number.</param>
    /// <param name="figures">Its figures.</param>
    public delegate void Visitor(int index, BlockKey block, int modality, in RowFigures figures);

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>Hands every row to <paramref name="visit"/>, on several threads at once.</summary>
    /// <param name="visit">Takes a row.</param>
    /// <param name="cancellation">Stops it between two blocks.</param>
    public void ForEach(Visitor visit, CancellationToken cancellation = default) => Parallel.For(
        0,
        _blocks.Length,
        new ParallelOptions { CancellationToken = cancellation },
        () => (Keys: new List<ulong>(), Rows: new List<(int Modality, RowFigures Figures)>()),
        (i, _, buffers) =>
        {
            Visit(i, buffers.Keys, buffers.Rows, visit);
            return buffers;
        },
        _ => { });

    private void Visit(int i, List<ulong> keys, List<(int Modality, RowFigures Figures)> rows, Visitor visit)
    {
        keys.Clear();
        rows.Clear();
        _rows.ForEach(_blocks[i], (int modality, in RowFigures figures) =>
        {
            keys.Add(_modalityKeys[modality]);
            rows.Add((modality, figures));
        });
        var sorted = CollectionsMarshal.AsSpan(rows);
        CollectionsMarshal.AsSpan(keys).Sort(sorted);
        var (block, index) = (_cells.BlockOf(_blocks[i]), _starts[i]);
        foreach (ref readonly var row in sorted)
        {
            visit(index++, block, row.Modality, row.Figures);
        }
    }
}
