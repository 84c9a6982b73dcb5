namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// In which modalities the current visitor has been counted already, by territory: one bit a modality. A visitor has few territories, mostly one, which are
/// searched one by one; from <see cref="Searched"/> on they are looked up. Not thread safe.
/// </summary>
internal sealed class SeenModalities
{
    /// <summary>How many modalities have a bit.</summary>
    public const int Bits = 128;
    private const int Searched = 8;
    private Seen[] _seen = new Seen[2];
    private Dictionary<int, int>? _index;

    /// <summary>How many territories there are.</summary>
    public int Count { get; private set; }

    /// <summary>What was seen in the first territory.</summary>
    public ref readonly Seen First => ref _seen[0];

    public void Clear()
    {
        if (Count > Searched)
        {
            _index!.Clear();
        }

        Count = 0;
    }

    /// <summary>What was seen in a territory, nothing at first. The reference is valid until the next call.</summary>
    public ref Seen Of(int territory, out bool isNew)
    {
        isNew = false;
        if (Count > Searched)
        {
            if (_index!.TryGetValue(territory, out var found))
            {
                return ref _seen[found];
            }
        }
        else
        {
            for (var i = 0; i < Count; i++)
            {
                if (_seen[i].Territory == territory)
                {
                    return ref _seen[i];
                }
            }
        }

        isNew = true;
        return ref Add(territory);
    }

    private ref Seen Add(int territory)
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

        return ref _seen[added];
    }

    /// <summary>What was seen in one territory.</summary>
    internal struct Seen
    {
        public int Territory;
        public UInt128 Modalities;
    }
}
