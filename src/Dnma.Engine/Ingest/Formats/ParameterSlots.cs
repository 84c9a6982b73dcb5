namespace Dnma.Engine.Ingest.Formats;

/// <summary>
/// Where the values of a format's known parameters stand in one query: a slot for each, filled by its first occurrence. Up to 64 slots.
/// Not thread safe.
/// </summary>
internal sealed class ParameterSlots(int count)
{
    private readonly (int Start, int Length)[] _values = new (int, int)[count];
    private ulong _present;

    /// <summary>Empties all slots.</summary>
    public void Clear() => _present = 0;

    /// <summary>Fills a slot, unless an earlier occurrence did.</summary>
    public void Offer(int slot, int start, int length)
    {
        var bit = 1UL << slot;
        if ((_present & bit) == 0)
        {
            _present |= bit;
            _values[slot] = (start, length);
        }
    }

    /// <summary>Whether the parameter occurs, with or without a value.</summary>
    public bool Has(int slot) => (_present & (1UL << slot)) != 0;

    /// <summary>The value as written; empty where the parameter does not occur.</summary>
    public ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> query, int slot)
    {
        if (!Has(slot))
        {
            return default;
        }

        var (start, length) = _values[slot];
        return query.Slice(start, length);
    }
}
