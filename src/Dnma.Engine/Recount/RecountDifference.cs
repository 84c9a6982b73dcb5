namespace Dnma.Engine.Recount;

/// <summary>A figure that the recount found to be another. Immutable, thread safe.</summary>
/// <param name="Cell">
/// Which row: its keys as in <c>indicators.csv</c>, parted by commas; those of <c>events.csv</c> behind the word <c>events</c>; <c>ledger</c> for what became of
/// the hits.
/// </param>
/// <param name="Column">Which figure, by its column's name.</param>
/// <param name="Counted">What the engine counted; 0 where it has no such row.</param>
/// <param name="Recounted">What SQL counted; 0 where it has no such row.</param>
public sealed record RecountDifference(string Cell, string Column, long Counted, long Recounted)
{
    /// <summary>For example <c>week,2022-09-05,academy,18,total,total: visits 525, recounted 524</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Cell}: {Column} {Counted}, recounted {Recounted}");
}
