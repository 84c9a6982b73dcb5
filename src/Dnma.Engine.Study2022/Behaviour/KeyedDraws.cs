using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>
/// Chance as a function: a number is the hash of a seed and of what it is drawn for, so it is the same whatever was drawn before. Immutable, thread safe.
/// </summary>
/// <param name="seed">Another seed, other people and other days of the same behaviour.</param>
internal sealed class KeyedDraws(long seed)
{
    /// <summary>64 bits.</summary>
    public ulong Bits(Draw draw, long first, long second = 0, long third = 0)
    {
        ReadOnlySpan<long> key = [(long)draw, first, second, third];
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(key), seed);
    }

    /// <summary>A number from 0 (inclusive) to 1 (exclusive).</summary>
    public double Unit(Draw draw, long first, long second = 0, long third = 0) => (Bits(draw, first, second, third) >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 to <paramref name="bound"/> − 1.</summary>
    public int Below(int bound, Draw draw, long first, long second = 0, long third = 0) => (int)(Unit(draw, first, second, third) * bound);
}
