using System.IO.Hashing;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Remembers the pseudonyms of ids seen lately, who are mostly those seen next, so that the keyed hash is not computed for every hit of a visit. All
/// workers of a run share one, since any of them may read a visitor's next hit. Thread safe, without locks.
/// </summary>
/// <remarks>
/// A fixed table of pairs, in which a new id takes the place of the older one. An id stands there as a seeded hash of 128 bits, never itself. An entry is
/// written by one worker at a time, under an odd version; who reads an entry while its version changes has not found it.
/// </remarks>
/// <param name="seed">Of the hash: nobody may know it who does not know the secret.</param>
/// <param name="pairCount">A power of two.</param>
internal sealed class PseudonymCache(long seed, int pairCount = 1 << 16)
{
    private readonly Entry[] _entries = new Entry[pairCount * 2];

    /// <summary>What an id in a scope is remembered by.</summary>
    /// <param name="scopeKind">One of the constants of <see cref="Pseudonymizer"/>.</param>
    /// <param name="scope">The scope's code among those of its kind.</param>
    /// <param name="id">The raw id.</param>
    public UInt128 KeyOf(byte scopeKind, int scope, ReadOnlySpan<byte> id) => XxHash128.HashToUInt128(id, SeedOf(scopeKind, scope));

    /// <summary>The pseudonym of a key, if it is remembered.</summary>
    public bool TryGet(UInt128 key, out Pseudonym pseudonym)
    {
        var pair = PairOf(key);
        return _entries[pair].TryRead(key, out pseudonym) || _entries[pair + 1].TryRead(key, out pseudonym);
    }

    /// <summary>Remembers the pseudonym of a key.</summary>
    public void Remember(UInt128 key, Pseudonym pseudonym)
    {
        var pair = PairOf(key);
        ref var first = ref _entries[pair];
        ref var second = ref _entries[pair + 1];

        // Both are written in turn: the one that was written less often is the older one.
        (first.Version <= second.Version ? ref first : ref second).TryWrite(key, pseudonym);
    }

    private int PairOf(UInt128 key) => (int)(key & (uint)(pairCount - 1)) * 2;

    private long SeedOf(byte scopeKind, int scope) => unchecked(seed ^ (((((long)scope) << 8) | scopeKind) * 0x1E3779B97F4A7C15));

    private struct Entry
    {
        private uint _version;
        private uint _high;
        private ulong _low;
        private UInt128 _key;

        public uint Version => Volatile.Read(ref _version);

        public bool TryRead(UInt128 key, out Pseudonym pseudonym)
        {
            var version = Volatile.Read(ref _version);
            var isIt = _key == key;
            pseudonym = new Pseudonym(_low, _high);
            Volatile.ReadBarrier();
            return isIt && version != 0 && (version & 1) == 0 && version == Volatile.Read(ref _version);
        }

        public void TryWrite(UInt128 key, Pseudonym pseudonym)
        {
            var version = _version & ~1u;
            if (Interlocked.CompareExchange(ref _version, version | 1, version) == version)
            {
                (_key, _low, _high) = (key, pseudonym.Low, pseudonym.High);
                Volatile.Write(ref _version, unchecked(version + 2));
            }
        }
    }
}
