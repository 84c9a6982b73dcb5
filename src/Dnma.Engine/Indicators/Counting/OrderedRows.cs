using System.Runtime.InteropServices;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>The rows of a table to be in the order of its key columns: block by block, and within a block by dimension and modality.</summary>
internal sealed class OrderedRows
{
    private readonly RowCells _rows;
    private readonly ulong[] _modalityKeys;
    private readonly int[] _blocks;
    private readonly int[] _starts;
    private readonly int[] _rare;
    private readonly int[] _rareStarts;

    /// <param name="rows">The rows.</param>
    /// <param name="order">The order of blocks.</param>
    /// <param name="modalityKeys">Sorts the modalities of <paramref name="rows"/> as their texts do, by number.</param>
    /// <param name="takes">Which blocks the table has.</param>
    public OrderedRows(RowCells rows, TableOrder order, ulong[] modalityKeys, Func<BlockKey, bool> takes)
    {
        _rows = rows;
        _modalityKeys = modalityKeys;
        _rare = rows.RareInOrder();
        _rareStarts = RareStarts();
        _blocks = [.. Enumerable.Range(0, rows.Blocks).Where(block => takes(rows.BlockOf(block)))];
        Array.Sort(Array.ConvertAll(_blocks, block => order.KeyOf(rows.BlockOf(block))), _blocks);
        _starts = new int[_blocks.Length];
        for (var i = 0; i < _blocks.Length; i++)
        {
            _starts[i] = Count;
            Count += RowsIn(_blocks[i]);
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
    public void ForEach(Visitor visit) => Parallel.For(
        0,
        _blocks.Length,
        () => (Keys: new List<ulong>(), Places: new List<int>()),
        (i, _, buffers) =>
        {
            Visit(i, buffers.Keys, buffers.Places, visit);
            return buffers;
        },
        _ => { });

    private void Visit(int i, List<ulong> keyBuffer, List<int> placeBuffer, Visitor visit)
    {
        var block = _blocks[i];
        var key = _rows.BlockOf(block);
        var common = _rows.RowsOf(block);
        keyBuffer.Clear();
        placeBuffer.Clear();
        for (var place = 0; place < common.Count; place++)
        {
            keyBuffer.Add(_modalityKeys[common.ModalityAt(place)]);
            placeBuffer.Add(place);
        }

        for (var rare = _rareStarts[block]; rare < _rareStarts[block + 1]; rare++)
        {
            // Complemented: a row of the other kind.
            keyBuffer.Add(_modalityKeys[_rows.RareKeyOf(_rare[rare]).Modality]);
            placeBuffer.Add(~_rare[rare]);
        }

        var places = CollectionsMarshal.AsSpan(placeBuffer);
        CollectionsMarshal.AsSpan(keyBuffer).Sort(places);
        var index = _starts[i];
        foreach (var place in places)
        {
            if (place >= 0)
            {
                visit(index++, key, common.ModalityAt(place), common[place]);
            }
            else
            {
                visit(index++, key, _rows.RareKeyOf(~place).Modality, _rows.Rare(~place));
            }
        }
    }

    private int RowsIn(int block) => _rows.RowsOf(block).Count + _rareStarts[block + 1] - _rareStarts[block];

    /// <summary>Where the rare rows of each block begin; one more than there are blocks.</summary>
    private int[] RareStarts()
    {
        var starts = new int[_rows.Blocks + 1];
        foreach (var rare in _rare)
        {
            starts[_rows.RareKeyOf(rare).Block + 1]++;
        }

        for (var block = 0; block < _rows.Blocks; block++)
        {
            starts[block + 1] += starts[block];
        }

        return starts;
    }
}
