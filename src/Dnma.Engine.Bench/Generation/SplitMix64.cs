namespace Dnma.Engine.Bench.Generation;

/// <summary>
/// The generator's source of chance: Steele, Lea and Flood's SplitMix64. Its numbers are the same on every machine and for ever, so a
/// seed names a log. Eight bytes of state, which every visit in flight carries for itself.
/// </summary>
internal struct SplitMix64(ulong state)
{
    private ulong _state = state;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        return Mix(_state);
    }

    /// <summary>A number from 0 to <paramref name="bound"/> − 1.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>True in <paramref name="tenThousandths"/> of 10 000 draws.</summary>
    public bool Chance(int tenThousandths) => tenThousandths > 0 && Below(10_000) < tenThousandths;

    /// <summary>Scatters 64 bits: a bijection whose every output bit depends on every input bit.</summary>
    public static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }

    /// <summary>Scatters a seed and two coordinates.</summary>
    public static ulong Mix(ulong seed, ulong a, ulong b) =>
        unchecked(Mix(Mix(Mix(seed + 0x9E3779B97F4A7C15UL) ^ a) + (b * 0xD1B54A32D192ED03UL)));
}
