namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>
/// Numbers between 0 and 1 that are spread as evenly as numbers can be that come one after the other: multiples of the golden ratio, their whole part left
/// out. Means over a few thousand of them vary far less than those of random numbers. Not thread safe.
/// </summary>
/// <param name="start">Where it starts; any bits.</param>
internal sealed class EvenSequence(ulong start)
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;
    private ulong _state = start;

    /// <summary>The next number, from 0 (inclusive) to 1 (exclusive).</summary>
    public double Next()
    {
        _state = unchecked(_state + GoldenRatio);
        return (_state >> 11) * (1.0 / (1UL << 53));
    }
}
