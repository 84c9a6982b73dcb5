namespace Dnma.Engine.Ingest;

/// <summary>What was read of one input. Immutable, thread safe.</summary>
public sealed record InputSummary
{
    /// <summary>The path as the caller gave it (or below the folder the caller gave), or the stream's name.</summary>
    public required string Name { get; init; }

    /// <summary>How many bytes are stored: all of them, compressed if they are, even if decompression broke off earlier.</summary>
    public required long Bytes { get; init; }

    /// <summary>The SHA-256 of those bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many lines were read, headers, comments, empty and over-long ones included; the rows of a Parquet file.</summary>
    public required long Lines { get; init; }

    /// <summary>
    /// How many records were read: accepted, rejected, and parts of split hits. Over all inputs they are what the ledger calls read, but for Matomo's raw tables,
    /// of which each row is a record of its table, and only those of actions are hits.
    /// </summary>
    public long Records { get; init; }

    /// <summary>Compression, container and hit format as they were found, for example <c>"gzip, NCSA combined log of XiTi hits"</c>.</summary>
    public required string Layout { get; init; }

    /// <summary>True when the input ended, or its compressed data broke off, before its content did; whole records before that count.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>What is to be said about how the input ended; null when there is nothing.</summary>
    public string? Note { get; init; }
}
