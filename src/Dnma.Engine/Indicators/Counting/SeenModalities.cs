namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// In which modalities the current visitor has been counted already, by territory: one bit a modality. A visitor has few territories, mostly one, which are
/// searched one by one; from <see cref="Searched"/> on they are looked up. Not thread safe.
/// </summary>
internal sealed class SeenModalities
{
    private const int Searched = 8;
    private Seen[] _seen = new Seen[2];
    private Dictionary<int, int>? _index;

    /// <summary>How many territories there are.</summary>
    public int Count { get; private set; }

    /// <summary>What was seen in one of the territories, 0 to <see cref="Count"/> − 1. The reference is valid until one is added.</summary>
    public ref Seen this[int index] => ref _seen[index];

    public void Clear()
    {
        if (Count > Searched)
        {
            _index!.Clear();
        }

        Count = 0;
    }

    /// <summary>The index of a territory, in which nothing was seen at first.</summary>
    public int IndexOf(int territory)
    {
        if (Count > Searched)
        {
            if (_index!.TryGetValue(territory, out var found))
            {
                return found;
            }
        }
        else
        {
            for (var i = 0; i < Count; i++)
            {
                if (_seen[i].Territory == territory)
                {
                    return i;
                }
            }
        }

        return Add(territory);
    }

    private int Add(int territory)
    {
        if (Count == _seen.Length)
        {
            Array.Resize(ref _seen, Count * 2);
        }

        var added = Count++;
        _seen[added] = new Seen { Territory = territory };
        if (Count == Searched + 1)
        {
            _index ??= [];
            for (var i = 0; i < Count; i++)
            {
                _index.Add(_seen[i].Territory, i);
            }
        }
        else if (Count > Searched)
        {
            _index!.Add(territory, added);
        }

        return added;
    }

    /// <summary>What was seen in one territory.</summary>
    internal struct Seen
    {
        public int Territory;
        public ModalitySet Modalities;
    }
}
