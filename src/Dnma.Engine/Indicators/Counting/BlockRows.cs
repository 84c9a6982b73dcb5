namespace Dnma.Engine.Indicators.Counting;

/// <summary>The rows of one block after the other, and which blocks and modalities have any. Of rows that no longer change; then thread safe.</summary>
internal sealed class BlockRows
{
    private readonly RowCells _rows;
    private readonly int[] _rare;

    // Where the rare rows of each block begin; one more than there are blocks.
    private readonly int[] _rareStarts;

    public BlockRows(RowCells rows)
    {
        _rows = rows;
        _rare = rows.RareInOrder();
        _rareStarts = new int[rows.Blocks + 1];
        foreach (var rare in _rare)
        {
            _rareStarts[rows.RareKeyOf(rare).Block + 1]++;
        }

        for (var block = 0; block < rows.Blocks; block++)
        {
            _rareStarts[block + 1] += _rareStarts[block];
        }
    }

    /// <summary>The blocks with rows, in no order.</summary>
    public IEnumerable<int> Blocks => Enumerable.Range(0, _rows.Blocks).Where(block => CountOf(block) > 0);

    /// <summary>The modalities that occur, in the order of their numbers.</summary>
    public IEnumerable<int> Modalities()
    {
        var occurs = new bool[_rows.Modalities];
        foreach (var block in Blocks)
        {
            ForEach(block, (int modality, in RowFigures _) => occurs[modality] = true);
        }

        return Enumerable.Range(0, occurs.Length).Where(modality => occurs[modality]);
    }

    /// <summary>Takes a row.</summary>
    public delegate void Visitor(int modality, in RowFigures figures);

    /// <summary>How many rows a block has.</summary>
    public int CountOf(int block) => _rows.RowsOf(block).Count + _rareStarts[block + 1] - _rareStarts[block];

    /// <summary>Hands over the rows of a block, in no order.</summary>
    public void ForEach(int block, Visitor visit)
    {
        var common = _rows.RowsOf(block);
        for (var place = 0; place < common.Count; place++)
        {
            visit(common.ModalityAt(place), common[place]);
        }

        for (var i = _rareStarts[block]; i < _rareStarts[block + 1]; i++)
        {
            visit(_rows.RareKeyOf(_rare[i]).Modality, _rows.Rare(_rare[i]));
        }
    }
}
