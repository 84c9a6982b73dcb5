using System.Numerics;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>How many accepted hits showed each of <see cref="HitFlags"/>. Added up over workers; not thread safe.</summary>
internal sealed class NoticeLedger
{
    private readonly long[] _counts = new long[16];

    /// <summary>How many hits showed a flag.</summary>
    public long this[HitFlags flag] => _counts[BitOperations.Log2((uint)flag)];

    public void Count(HitFlags flags)
    {
        for (var bits = (uint)flags; bits != 0; bits &= bits - 1)
        {
            _counts[BitOperations.TrailingZeroCount(bits)]++;
        }
    }

    public void Add(NoticeLedger other)
    {
        for (var index = 0; index < _counts.Length; index++)
        {
            _counts[index] += other._counts[index];
        }
    }
}
