namespace Dnma.Engine.Ingest;

/// <summary>What an ingestion read; the hits and rejects themselves are in its sinks.</summary>
internal sealed record IngestResult
{
    /// <summary>One summary for each input, in the order of <see cref="RecordPosition.File"/>.</summary>
    public required IReadOnlyList<InputSummary> Inputs { get; init; }
}
