using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Remembers the pseudonyms of ids seen lately, who are mostly those seen next, so that the keyed hash is not computed for every hit of a visit: a fixed
/// table of pairs, in which the newer id pushes the older one out. One for each worker; not thread safe. Raw ids stay in its memory only.
/// </summary>
internal sealed class PseudonymCache(Pseudonymizer pseudonymizer)
{
    private const int PairCount = 1 << 13;

    /// <summary>The longest id that is remembered: a UUID's character codes have 90 digits (domain §4.2).</summary>
    private const int MostBytes = 96;
    private readonly byte[] _ids = new byte[PairCount * 2 * MostBytes];
    private readonly Slot[] _slots = new Slot[PairCount * 2];

    /// <summary>The pseudonym of an id in a scope; see <see cref="Pseudonymizer"/>.</summary>
    /// <param name="scopeKind">One of the constants of <see cref="Pseudonymizer"/>.</param>
    /// <param name="scope">The scope's code among those of its kind.</param>
    /// <param name="labels">What the scope's code means; null where it has no label.</param>
    /// <param name="id">The raw id; empty gives none.</param>
    public Pseudonym Of(byte scopeKind, int scope, LabelDictionary? labels, ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
        {
            return default;
        }

        if (id.Length > MostBytes)
        {
            return Compute(scopeKind, scope, labels, id);
        }

        var key = new Key(scope, scopeKind, (byte)id.Length);
        var first = (int)(CacheHash.Of(id, (uint)scope) & (PairCount - 1)) * 2;
        if (Holds(first, key, id))
        {
            return _slots[first].Pseudonym;
        }

        if (!Holds(first + 1, key, id))
        {
            _slots[first + 1] = _slots[first];
            _ids.AsSpan(first * MostBytes, MostBytes).CopyTo(_ids.AsSpan((first + 1) * MostBytes));
            _slots[first] = new Slot(key, Compute(scopeKind, scope, labels, id));
            id.CopyTo(_ids.AsSpan(first * MostBytes));
            return _slots[first].Pseudonym;
        }

        return _slots[first + 1].Pseudonym;
    }

    private bool Holds(int slot, Key key, ReadOnlySpan<byte> id) =>
        _slots[slot].Key == key && _ids.AsSpan(slot * MostBytes, id.Length).SequenceEqual(id);

    private Pseudonym Compute(byte scopeKind, int scope, LabelDictionary? labels, ReadOnlySpan<byte> id) =>
        pseudonymizer.Of(scopeKind, labels is null ? default : labels.Utf8(scope), id);

    private readonly record struct Key(int Scope, byte ScopeKind, byte Length);

    private readonly record struct Slot(Key Key, Pseudonym Pseudonym);
}
