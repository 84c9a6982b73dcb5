namespace Dnma.Engine.Study2022.Behaviour;

/// <summary>
/// Systematic sampling: expectations are added up, and each whole that is passed is one that happens. Over any stretch, what happened is within one of what
/// was expected, so that a world of four thousand people shows the shares of one of millions. Not thread safe.
/// </summary>
/// <param name="start">What is left over from before, from 0 (inclusive) to 1 (exclusive).</param>
internal sealed class Quota(double start)
{
    private double _carry = start;

    /// <summary>How often it happens where <paramref name="expected"/> times are expected.</summary>
    /// <param name="expected">At least 0.</param>
    public int Take(double expected)
    {
        _carry += expected;
        var whole = (int)_carry;
        _carry -= whole;
        return whole;
    }

    /// <summary>Whether it happens this time.</summary>
    /// <param name="chance">From 0 to 1.</param>
    public bool Happens(double chance) => Take(chance) > 0;
}
