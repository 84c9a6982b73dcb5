namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Remembers what raw labels of one column came to, so that trimming, case and vocabularies cost nothing for a label seen lately. A fixed
/// table: hostile labels push others out, never grow it. One for each worker and column; not thread safe.
/// </summary>
internal sealed class LabelCache
{
    private const int SlotBytes = 48;
    private readonly int _mask;
    private readonly byte[] _keys;
    private readonly byte[] _lengths;
    private readonly EncodedLabel[] _values;

    /// <param name="slots">How many labels are remembered at most, a power of two.</param>
    public LabelCache(int slots)
    {
        _mask = slots - 1;
        _keys = new byte[slots * SlotBytes];
        _lengths = new byte[slots];
        _values = new EncodedLabel[slots];
    }

    /// <summary>What a label came to; false when that has to be worked out, and then <see cref="Remember"/>ed in <paramref name="slot"/>.</summary>
    public bool TryGet(ReadOnlySpan<byte> raw, out EncodedLabel value, out int slot)
    {
        if (raw.Length > SlotBytes)
        {
            slot = -1;
            value = default;
            return false;
        }

        slot = (int)(CacheHash.Of(raw) & (uint)_mask);
        value = _values[slot];
        return _lengths[slot] == raw.Length && _keys.AsSpan(slot * SlotBytes, raw.Length).SequenceEqual(raw);
    }

    /// <summary>Remembers what a label came to; <paramref name="slot"/> is what <see cref="TryGet"/> gave.</summary>
    public void Remember(ReadOnlySpan<byte> raw, EncodedLabel value, int slot)
    {
        if (slot >= 0)
        {
            raw.CopyTo(_keys.AsSpan(slot * SlotBytes));
            _lengths[slot] = (byte)raw.Length;
            _values[slot] = value;
        }
    }
}
