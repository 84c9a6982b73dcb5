using Dnma.Engine.Certification;
using Dnma.Engine.Qualification;
using Dnma.Engine.Reports;

namespace Dnma.Engine;

/// <summary>What reading came to, the hits apart.</summary>
/// <param name="Inputs">What was read.</param>
/// <param name="Read">How many records.</param>
/// <param name="Merged">How many of them were merged into others.</param>
/// <param name="Rejected">How many were rejected, by reason.</param>
/// <param name="Rejects">The first of them.</param>
/// <param name="Notices">What was noticed about accepted hits.</param>
/// <param name="Elsewhere">Accepted hits of other shards; 0 where all visitors are measured.</param>
/// <param name="Qualification">Accepted hits of this shard, and those excluded by what one hit alone shows.</param>
internal sealed record ReadingOutcome(
    IReadOnlyList<InputRecord> Inputs,
    long Read,
    long Merged,
    IReadOnlyList<LedgerLine> Rejected,
    IReadOnlyList<RejectRow> Rejects,
    IReadOnlyList<LedgerLine> Notices,
    long Elsewhere,
    QualificationLedger Qualification)
{
    /// <summary>Bytes of all inputs, as stored.</summary>
    public long BytesRead => Inputs.Sum(input => input.Bytes);
}
