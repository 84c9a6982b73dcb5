namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Values by key, each with a dense index from 0 in order of arrival. Open addressing over a power of two; a slot holds bits of the hash
/// beside the index, and key and value lie together, so that a look-up in a table far larger than the caches costs two misses, not four.
/// Not thread safe.
/// </summary>
/// <typeparam name="T">The value, its default at first.</typeparam>
internal sealed class CellTable<T>
    where T : struct
{
    private (CellKey Key, T Value)[] _entries = new (CellKey, T)[64];

    // Index + 1 in the low half, hash bits in the high half; 0 is an empty slot.
    private ulong[] _slots = new ulong[128];
    private int _count;

    public int Count => _count;

    /// <summary>The value at an index. The reference is valid until a key is added.</summary>
    public ref T this[int index] => ref _entries[index].Value;

    public CellKey KeyOf(int index) => _entries[index].Key;

    /// <summary>The index of a key; <paramref name="isNew"/> when this is its first sight.</summary>
    public int Find(scoped in CellKey key, out bool isNew)
    {
        var hash = key.Mix();
        var tag = hash & 0xFFFF_FFFF_0000_0000;
        var mask = _slots.Length - 1;
        for (var slot = (int)(hash & int.MaxValue) & mask; ; slot = (slot + 1) & mask)
        {
            var held = _slots[slot];
            if (held == 0)
            {
                isNew = true;
                return Insert(key, tag, slot);
            }

            if ((held & 0xFFFF_FFFF_0000_0000) == tag)
            {
                var index = (int)(held & int.MaxValue) - 1;
                if (_entries[index].Key == key)
                {
                    isNew = false;
                    return index;
                }
            }
        }
    }

    /// <summary>The value of a key. The reference is valid until another key is added.</summary>
    public ref T Of(scoped in CellKey key)
    {
        // Not in one expression: the array would be taken before it is replaced by a longer one.
        var index = Find(key, out _);
        return ref _entries[index].Value;
    }

    /// <summary>The indices in the order of the first two codes of their keys.</summary>
    public int[] InOrder()
    {
        var cells = new int[_count];
        var order = new ulong[_count];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            ref readonly var key = ref _entries[cell].Key;
            cells[cell] = cell;
            order[cell] = ((ulong)(uint)key.A << 32) | (uint)key.B;
        }

        Array.Sort(order, cells);
        return cells;
    }

    private int Insert(scoped in CellKey key, ulong tag, int slot)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count].Key = key;
        _slots[slot] = tag | (uint)++_count;
        if (_count * 2L > _slots.Length)
        {
            Grow();
        }

        return _count - 1;
    }

    private void Grow()
    {
        var slots = new ulong[_slots.Length * 2];
        var mask = slots.Length - 1;
        for (var index = 0; index < _count; index++)
        {
            var hash = _entries[index].Key.Mix();
            var slot = (int)(hash & int.MaxValue) & mask;
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | (uint)(index + 1);
        }

        _slots = slots;
    }
}
