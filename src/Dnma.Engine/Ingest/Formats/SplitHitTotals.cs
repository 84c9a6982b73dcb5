namespace Dnma.Engine.Ingest.Formats;

/// <summary>What joining split hits did to the number of records: <c>read = rejected + excluded + qualified + merged</c>.</summary>
/// <param name="Parts">Parts that were read, doubles of overlapping files included.</param>
/// <param name="Hits">Hits that they were joined into, the incomplete and the rejected ones included.</param>
internal readonly record struct SplitHitTotals(long Parts, long Hits)
{
    /// <summary>Records that are no hit of their own because they are a part of one.</summary>
    public long Merged => Parts - Hits;
}
