namespace Dnma.Engine.Visits;

/// <summary>The slices of the open visit, found by usage code in constant time and cleared in the time of what was used. Not thread safe.</summary>
internal sealed class UsageSlices
{
    private UsageSlice[] _slices = new UsageSlice[16];
    private int[] _indexOfUsage = [];
    private int _count;

    public ReadOnlySpan<UsageSlice> Span => _slices.AsSpan(0, _count);

    /// <summary>The slice of an index. The reference is valid until a slice is begun.</summary>
    public ref UsageSlice this[int index] => ref _slices[index];

    /// <summary>The index of a usage's slice, which is begun when it is new.</summary>
    public int IndexOf(int usage)
    {
        if (usage >= _indexOfUsage.Length)
        {
            Array.Resize(ref _indexOfUsage, Math.Max(usage + 1, _indexOfUsage.Length * 2));
        }

        // Indices count from 1, so that a fresh array says "none".
        var index = _indexOfUsage[usage];
        if (index == 0)
        {
            if (_count == _slices.Length)
            {
                Array.Resize(ref _slices, _count * 2);
            }

            _slices[_count] = new UsageSlice { Usage = usage };
            index = ++_count;
            _indexOfUsage[usage] = index;
        }

        return index - 1;
    }

    public void Clear()
    {
        foreach (ref readonly var slice in Span)
        {
            _indexOfUsage[slice.Usage] = 0;
        }

        _count = 0;
    }
}
