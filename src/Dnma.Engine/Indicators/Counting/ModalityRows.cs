namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// The figures of one territory and time by modality: a place for each modality that occurs, found without a search. For the modalities that
/// <see cref="ModalitySet"/> has a bit for. Not thread safe.
/// </summary>
/// <typeparam name="T">The figures, their default at first.</typeparam>
internal sealed class ModalityRows<T>
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
            // Pinned, so that no collection moves them: there may be gigabytes, and all of it lives to the end.
            var longer = GC.AllocateArray<T>(rows, pinned: true);
            _rows.CopyTo(longer);
            _rows = longer;
            Array.Resize(ref _modalities, rows);
        }
    }

    private int Add(int modality)
    {
        if (Count == _rows.Length)
        {
            // By half, not twofold: there are as many of these as establishments and weeks.
            Reserve(Math.Clamp(Count + (Count / 2), FewestRows, ModalitySet.Size));
        }

        var place = Count++;
        _modalities[place] = (byte)modality;
        _places[modality] = (byte)Count;
        return place;
    }
}
