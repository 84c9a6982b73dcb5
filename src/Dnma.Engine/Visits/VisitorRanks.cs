using Dnma.Engine.Hits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Visits;

/// <summary>
/// Visitors numbered in the order of their pseudonyms, which is the same in every process: codes depend on arrival, ranks on who is there. Made when
/// all visitors are known; some 20 bytes a visitor, taken from the memory limit. Immutable, thread safe.
/// </summary>
internal sealed class VisitorRanks
{
    private readonly UInt128[] _pseudonyms;

    // By partition of the code, then by its place there.
    private readonly uint[][] _ranks;

    /// <param name="visitors">All visitors.</param>
    /// <param name="budget">Is told what the ranks take.</param>
    public unsafe VisitorRanks(VisitorIndex visitors, MemoryBudget budget)
    {
        var codes = new List<uint>();
        var pseudonyms = new List<UInt128>();
        visitors.ForEach((pseudonym, code) =>
        {
            codes.Add(code);
            pseudonyms.Add(pseudonym.Order);
        });
        _pseudonyms = [.. pseudonyms];
        uint[] sorted = [.. codes];
        Array.Sort(_pseudonyms, sorted);
        _ranks = new uint[sorted.Length == 0 ? 0 : VisitorCode.PartitionOf(sorted.Max()) + 1][];
        budget.Reserve((long)sorted.Length * (sizeof(UInt128) + sizeof(uint)));
        for (var rank = 0; rank < sorted.Length; rank++)
        {
            ref var ranks = ref _ranks[VisitorCode.PartitionOf(sorted[rank])];
            ranks ??= new uint[VisitorCode.LocalCount];
            ranks[VisitorCode.LocalOf(sorted[rank])] = (uint)rank;
        }
    }

    /// <summary>The rank of a visitor's code, from 0.</summary>
    public uint RankOf(uint code) => _ranks[VisitorCode.PartitionOf(code)][VisitorCode.LocalOf(code)];

    /// <summary>The pseudonym of a rank.</summary>
    public Pseudonym PseudonymOf(uint rank) => Pseudonym.OfOrder(_pseudonyms[rank]);
}
