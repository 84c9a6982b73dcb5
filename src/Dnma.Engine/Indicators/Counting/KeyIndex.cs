namespace Dnma.Engine.Indicators.Counting;

/// <summary>
/// Gives every distinct key a dense index from 0, in order of arrival; the caller keeps what belongs to it in arrays. Open addressing over
/// a power of two: a look-up is a few nanoseconds. Not thread safe.
/// </summary>
internal sealed class KeyIndex
{
    private CellKey[] _keys = new CellKey[64];
    private int[] _slots = new int[128];
    private int _count;

    public int Count => _count;

    public CellKey this[int index] => _keys[index];

    /// <summary>The index of a key; <paramref name="isNew"/> when this is its first sight.</summary>
    public int Of(in CellKey key, out bool isNew)
    {
        var mask = _slots.Length - 1;
        for (var slot = (int)(key.Mix() >> 33) & mask; ; slot = (slot + 1) & mask)
        {
            var index = _slots[slot] - 1;
            if (index < 0)
            {
                isNew = true;
                return Insert(key, slot);
            }

            if (_keys[index] == key)
            {
                isNew = false;
                return index;
            }
        }
    }

    private int Insert(in CellKey key, int slot)
    {
        if (_count == _keys.Length)
        {
            Array.Resize(ref _keys, _count * 2);
        }

        _keys[_count] = key;
        _slots[slot] = ++_count;
        if (_count * 2 > _slots.Length)
        {
            Grow();
        }

        return _count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var index = 0; index < _count; index++)
        {
            var slot = (int)(_keys[index].Mix() >> 33) & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = index + 1;
        }
    }
}
