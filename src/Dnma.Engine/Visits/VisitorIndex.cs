using System.Runtime.InteropServices;
using Dnma.Engine.Hits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Visits;

/// <summary>
/// The distinct visitors of one run: pseudonyms of 96 bits become codes of 32, which the core carries, sorts and spills in their place.
/// Codes depend on arrival, so nothing published may depend on them. About 27 bytes a visitor, taken from the memory limit. Thread safe.
/// </summary>
/// <remarks>Native memory: what is outgrown is gone at once, not when a collection comes by.</remarks>
internal sealed unsafe class VisitorIndex : IDisposable
{
    private const int FewestEntries = 16;
    private const int ShardBits = 6;
    private readonly Shard[] _shards = new Shard[1 << ShardBits];
    private readonly VisitorHomes _homes;
    private readonly MemoryBudget _budget;

    /// <param name="homes">Numbers new visitors.</param>
    /// <param name="budget">Is told what the index takes.</param>
    public VisitorIndex(VisitorHomes homes, MemoryBudget budget)
    {
        _homes = homes;
        _budget = budget;
        for (var i = 0; i < _shards.Length; i++)
        {
            _shards[i] = new Shard(this);
        }
    }

    /// <summary>The code of a visitor.</summary>
    /// <param name="visitor">Its pseudonym, which is one.</param>
    /// <param name="place">Where it was seen; decides on the code of a visitor never seen before.</param>
    public uint CodeOf(Pseudonym visitor, int place) => _shards[visitor.High >> (32 - ShardBits)].CodeOf(visitor, place);

    /// <summary>Frees the memory, and gives it back to the budget; no visitor may be looked up afterwards.</summary>
    public void Dispose()
    {
        foreach (var shard in _shards)
        {
            shard.Free();
        }
    }

    private struct Entry
    {
        public ulong Low;
        public uint High;
        public uint Code;
    }

    private sealed class Shard(VisitorIndex owner)
    {
        private readonly Lock _access = new();
        private Entry* _entries = (Entry*)NativeMemory.AllocZeroed(FewestEntries, (nuint)sizeof(Entry));
        private int _length = FewestEntries;
        private int _count;
        private long _reserved;

        public uint CodeOf(Pseudonym visitor, int place)
        {
            lock (_access)
            {
                // Pseudonyms are as good as random: their bits need no further mixing.
                ObjectDisposedException.ThrowIf(_entries == null, owner);
                var mask = _length - 1;
                for (var slot = (int)(visitor.Low & int.MaxValue) & mask; ; slot = (slot + 1) & mask)
                {
                    ref var entry = ref _entries[slot];
                    if (entry.Low == visitor.Low && entry.High == visitor.High)
                    {
                        return entry.Code;
                    }

                    if ((entry.Low | entry.High) == 0)
                    {
                        var code = owner._homes.Settle(place);
                        entry = new Entry { Low = visitor.Low, High = visitor.High, Code = code };
                        if (++_count * 4L > _length * 3L)
                        {
                            Grow();
                        }

                        return code;
                    }
                }
            }
        }

        public void Free()
        {
            lock (_access)
            {
                NativeMemory.Free(_entries);
                owner._budget.Reserve(-_reserved);
                _entries = null;
                _length = 0;
                _reserved = 0;
            }
        }

        private void Grow()
        {
            var length = _length * 2;
            var entries = (Entry*)NativeMemory.AllocZeroed((nuint)length, (nuint)sizeof(Entry));
            for (var i = 0; i < _length; i++)
            {
                ref readonly var entry = ref _entries[i];
                if ((entry.Low | entry.High) != 0)
                {
                    var slot = (int)(entry.Low & int.MaxValue) & (length - 1);
                    while ((entries[slot].Low | entries[slot].High) != 0)
                    {
                        slot = (slot + 1) & (length - 1);
                    }

                    entries[slot] = entry;
                }
            }

            NativeMemory.Free(_entries);
            var grown = (long)(length - _length) * sizeof(Entry);
            owner._budget.Reserve(grown);
            _reserved += grown;
            _entries = entries;
            _length = length;
        }
    }
}
