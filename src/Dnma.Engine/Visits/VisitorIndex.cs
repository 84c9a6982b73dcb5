using Dnma.Engine.Hits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Visits;

/// <summary>
/// The distinct visitors of one run: pseudonyms of 96 bits become codes of 32, which the core carries, sorts and spills in their place.
/// Codes depend on arrival, so nothing published may depend on them. About 27 bytes a visitor, taken from the memory limit. Thread safe.
/// </summary>
internal sealed class VisitorIndex
{
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

    private struct Entry
    {
        public ulong Low;
        public uint High;
        public uint Code;
    }

    private sealed class Shard(VisitorIndex owner)
    {
        private readonly Lock _access = new();
        private Entry[] _entries = new Entry[16];
        private int _count;

        public uint CodeOf(Pseudonym visitor, int place)
        {
            lock (_access)
            {
                // Pseudonyms are as good as random: their bits need no further mixing.
                var mask = _entries.Length - 1;
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
                        if (++_count * 4L > _entries.Length * 3L)
                        {
                            Grow();
                        }

                        return code;
                    }
                }
            }
        }

        private unsafe void Grow()
        {
            var entries = new Entry[_entries.Length * 2];
            owner._budget.Reserve((long)_entries.Length * sizeof(Entry));
            var mask = entries.Length - 1;
            foreach (ref readonly var entry in _entries.AsSpan())
            {
                if ((entry.Low | entry.High) != 0)
                {
                    var slot = (int)(entry.Low & int.MaxValue) & mask;
                    while ((entries[slot].Low | entries[slot].High) != 0)
                    {
                        slot = (slot + 1) & mask;
                    }

                    entries[slot] = entry;
                }
            }

            _entries = entries;
        }
    }
}
