namespace Dnma.Engine.Bench.Generation;

/// <summary>Structures in an array, with the free places known: grows to the most that were ever alive at once, then allocates nothing.</summary>
internal sealed class SlotPool<T>
    where T : struct
{
    private T[] _items = new T[256];
    private int[] _free = new int[256];
    private int _freeCount;
    private int _used;

    /// <summary>The structure in a slot. The reference is good until the next <see cref="Rent"/>.</summary>
    public ref T this[int slot] => ref _items[slot];

    /// <summary>How many slots were ever in use at once.</summary>
    public int Peak => _used;

    /// <summary>A free slot, with whatever it held.</summary>
    public int Rent()
    {
        if (_freeCount > 0)
        {
            return _free[--_freeCount];
        }

        if (_used == _items.Length)
        {
            Array.Resize(ref _items, _used * 2);
            Array.Resize(ref _free, _used * 2);
        }

        return _used++;
    }

    /// <summary>Gives a slot back.</summary>
    public void Return(int slot) => _free[_freeCount++] = slot;
}
