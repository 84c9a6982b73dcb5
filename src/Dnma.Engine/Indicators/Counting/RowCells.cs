namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// The rows of the tables to be: figures by block (a territory in a period) and modality (a dimension and a value there). Modalities are numbered
/// in the order in which they are asked for; those that <see cref="ModalitySet"/> has a bit for are found without a search. Not thread safe.
/// </summary>
internal sealed class RowCells
{
    private readonly CellTable<byte> _blocks = new();
    private readonly CellTable<byte> _modalities = new();
    private readonly List<ModalityRows<RowFigures>> _rows = [];

    // By (block, modality).
    private readonly CellTable<RowFigures> _rare = new();

    /// <summary>Where the memory of rows comes from.</summary>
    public RowArrays<RowFigures> Arrays { get; } = new();

    /// <summary>How many blocks there are.</summary>
    public int Blocks => _rows.Count;

    /// <summary>How many modalities there are.</summary>
    public int Modalities => _modalities.Count;

    /// <summary>The number of a block.</summary>
    public int BlockIndex(BlockKey block)
    {
        var index = _blocks.Find(block.ToCell(), out var isNew);
        if (isNew)
        {
            _rows.Add(new ModalityRows<RowFigures>(Arrays));
        }

        return index;
    }

    /// <summary>The block of a number.</summary>
    public BlockKey BlockOf(int block) => BlockKey.Of(_blocks.KeyOf(block));

    /// <summary>The number of a modality.</summary>
    /// <param name="dimension">A number of <see cref="UseDimensions"/>.</param>
    /// <param name="value">The value's code there.</param>
    public int ModalityIndex(int dimension, int value) => _modalities.Find(new CellKey(dimension, value), out _);

    /// <summary>The modality of a number.</summary>
    public (int Dimension, int Value) ModalityOf(int modality)
    {
        var key = _modalities.KeyOf(modality);
        return (key.A, key.B);
    }

    /// <summary>The figures of a row, zero at first. The reference is valid until the next call.</summary>
    public ref RowFigures Row(int block, int modality)
    {
        if (modality < ModalitySet.Size)
        {
            return ref _rows[block].Of(modality);
        }

        return ref _rare.Of(new CellKey(block, modality));
    }

    /// <summary>The rows of a block whose modalities have a bit.</summary>
    public ModalityRows<RowFigures> RowsOf(int block) => _rows[block];

    /// <summary>The numbers of all other rows, in the order of their blocks.</summary>
    public int[] RareInOrder() => _rare.InOrder();

    /// <summary>The block and modality of one of <see cref="RareInOrder"/>.</summary>
    public (int Block, int Modality) RareKeyOf(int rare)
    {
        var key = _rare.KeyOf(rare);
        return (key.A, key.B);
    }

    /// <summary>The figures of one of <see cref="RareInOrder"/>.</summary>
    public ref readonly RowFigures Rare(int rare) => ref _rare[rare];
}
