using Dnma.Engine.Bench.Core;
using Dnma.Engine.Time;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Bench.Peers;

/// <summary>When hits were, as one number that orders a visitor's hits wholly: milliseconds since the first local midnight, then the rank among ties.</summary>
internal sealed class Moments
{
    /// <summary>How many bits the rank takes; the milliseconds are above them.</summary>
    public const int RankBits = 32;

    private readonly TieRanks _ranks;
    private readonly ulong[] _ties;
    private readonly long _startMs;

    public Moments(EncodedHits input)
    {
        _ranks = new TieRanks(input.Dictionaries);
        var seen = new HashSet<ulong>();
        var earliest = long.MaxValue;
        foreach (var block in input.Blocks)
        {
            foreach (ref readonly var hit in block.Span)
            {
                seen.Add(_ranks.Of(hit));
                earliest = Math.Min(earliest, hit.InstantMs);
            }
        }

        _ties = [.. seen.Order()];
        FirstDay = CivilZone.Paris.DayOf(earliest);
        _startMs = CivilZone.Paris.StartOf(FirstDay);
    }

    /// <summary>The local day of the first hit.</summary>
    public int FirstDay { get; }

    /// <summary>Milliseconds since the first local midnight, for a season of one offset and less than 49 days.</summary>
    public uint InstantOf(in PackedHit hit) => checked((uint)(hit.InstantMs - _startMs));

    public ulong Of(in PackedHit hit) => ((ulong)InstantOf(hit) << RankBits) | (uint)Array.BinarySearch(_ties, _ranks.Of(hit));
}
