namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Remembers what tuples of raw texts came to: one look where each text by itself would need its own. A fixed table, as <see cref="LabelCache"/> is.
/// One for each worker; not thread safe.
/// </summary>
/// <param name="slots">How many tuples are remembered at most, a power of two.</param>
/// <param name="textBytes">The most bytes that the texts of one tuple may have together.</param>
internal sealed class TextTupleCache<T>(int slots, int textBytes)
    where T : unmanaged
{
    private readonly byte[] _texts = new byte[slots * textBytes];
    private readonly Slot[] _slots = new Slot[slots];

    /// <summary>What a tuple came to; false when that has to be worked out, and then <see cref="Remember"/>ed in <paramref name="slot"/>.</summary>
    public bool TryGet(scoped in TextTuple texts, out T value, out int slot)
    {
        if (!texts.Fits(textBytes))
        {
            slot = -1;
            value = default;
            return false;
        }

        slot = (int)(texts.Hash() & (uint)(_slots.Length - 1));
        ref readonly var known = ref _slots[slot];
        value = known.Value;
        return known.Lengths == texts.Lengths && texts.IsAt(_texts.AsSpan(slot * textBytes, textBytes));
    }

    /// <summary>Remembers what a tuple came to; <paramref name="slot"/> is what <see cref="TryGet"/> gave.</summary>
    public void Remember(scoped in TextTuple texts, T value, int slot)
    {
        if (slot >= 0)
        {
            texts.CopyTo(_texts.AsSpan(slot * textBytes, textBytes));
            _slots[slot] = new Slot(texts.Lengths, value);
        }
    }

    private readonly record struct Slot(ulong Lengths, T Value);
}
