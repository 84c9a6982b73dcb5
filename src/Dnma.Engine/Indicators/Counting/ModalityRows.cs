namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// The figures of one territory and time by modality: a place for each modality that occurs, found without a search. For the modalities that
/// <see cref="ModalitySet"/> has a bit for. Not thread safe.
/// </summary>
/// <typeparam name="T">The figures, their default at first.</typeparam>
/// <param name="arrays">Where arrays come from; of all rows of one table.</param>
internal sealed class ModalityRows<T>(RowArrays<T> arrays)
    where T : struct
{
    private const int FewestRows = 32;

    // By modality, from 1; 0 for one that has not occurred.
    private readonly byte[] _places = new byte[ModalitySet.Size];
    private byte[] _modalities = [];
    private T[] _rows = [];

    /// <summary>How many modalities occur.</summary>
    public int Count { get; private set; }

    /// <summary>The figures at a place, 0 to <see cref="Count"/> − 1. The reference is valid until a modality is added.</summary>
    public ref T this[int place] => ref _rows[place];

    /// <summary>The modality at a place.</summary>
    public int ModalityAt(int place) => _modalities[place];

    /// <summary>The figures of a modality. The reference is valid until another one is added.</summary>
    public ref T Of(int modality)
    {
        // Not in one expression: the array would be taken before it is replaced by a longer one.
        var place = _places[modality] != 0 ? _places[modality] - 1 : Add(modality);
        return ref _rows[place];
    }

    /// <summary>Makes room for some modalities at once.</summary>
    public void Reserve(int rows)
    {
        if (rows > _rows.Length)
        {
            // By a quarter, not twofold: there are as many of these as establishments and weeks. In the same steps always, so that arrays fit again.
            var capacity = FewestRows;
            while (capacity < rows)
            {
                capacity = Math.Min(capacity + (capacity / 4), ModalitySet.Size);
            }

            var longer = arrays.Rent(capacity);
            _rows.CopyTo(longer);
            arrays.Return(_rows);
            _rows = longer;
            Array.Resize(ref _modalities, capacity);
        }
    }

    /// <summary>Gives the memory to others; these rows are of no use then.</summary>
    public void Release(RowArrays<T> others)
    {
        others.Return(_rows);
        (_rows, _modalities, Count) = ([], [], 0);
    }

    private int Add(int modality)
    {
        Reserve(Count + 1);
        var place = Count++;
        _modalities[place] = (byte)modality;
        _places[modality] = (byte)Count;
        return place;
    }
}
