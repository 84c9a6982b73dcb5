using Dnma.Engine.Certification;
using Dnma.Engine.Qualification;
using Dnma.Engine.Reports;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Partials;

/// <summary>
/// What a partial result says before its rows: whose it is, what all shards of one measurement share, and the ledgers that add up over them.
/// Immutable but for the ledgers, which belong to whoever reads them.
/// </summary>
internal sealed record PartialHead
{
    /// <summary>The version of the engine that wrote it.</summary>
    public required string Engine { get; init; }

    /// <summary>Which shard it is.</summary>
    public required VisitorShard Shard { get; init; }

    /// <summary>Tells secrets apart.</summary>
    public required string SecretFingerprint { get; init; }

    /// <summary>Every semantic choice, by name.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Definition { get; init; }

    /// <summary>What was read.</summary>
    public required IReadOnlyList<InputRecord> Inputs { get; init; }

    /// <summary>How many records.</summary>
    public required long Read { get; init; }

    /// <summary>How many of them were merged into others.</summary>
    public required long Merged { get; init; }

    /// <summary>How many were rejected, by reason.</summary>
    public required IReadOnlyList<LedgerLine> Rejected { get; init; }

    /// <summary>What was noticed about accepted hits of all shards.</summary>
    public required IReadOnlyList<LedgerLine> Notices { get; init; }

    /// <summary>The first rejected records.</summary>
    public required IReadOnlyList<RejectRow> Rejects { get; init; }

    /// <summary>Accepted hits of the other shards.</summary>
    public required long Elsewhere { get; init; }

    /// <summary>Accepted hits of this shard.</summary>
    public required QualificationLedger Qualification { get; init; }

    /// <summary>Visits of this shard.</summary>
    public required VisitLedger Visits { get; init; }
}
