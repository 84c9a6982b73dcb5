namespace Dnma.Engine.Analysis.Disclosure;

/// <summary>How far units can move before one of their cells falls to nothing.</summary>
/// <param name="Growth">The most that each unit can grow by.</param>
/// <param name="Shrinkage">The most that each unit can shrink by.</param>
internal sealed record ExchangeLimits(long[] Growth, long[] Shrinkage)
{
    /// <summary>How often a change fits.</summary>
    public long Times(int unit, int change) => change > 0 ? Growth[unit] / change : Shrinkage[unit] / -change;
}
