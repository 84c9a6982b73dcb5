namespace Dnma.Engine.Ingest;

/// <summary>
/// A stretch of whole lines of one input, cut by the reader and decoded by any worker. Every line ends with a line feed, save
/// perhaps the last one of the input. The buffer is pooled: a decoder must not keep it. One thread at a time has it.
/// </summary>
public sealed class RecordBlock
{
    /// <summary>The bytes.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Where the first line stands.</summary>
    public required RecordPosition Start { get; init; }

    /// <summary>How the input is laid out here (a log's field list may change half-way, so it belongs to the block).</summary>
    public required RecordLayout Layout { get; init; }

    /// <summary>True when the input broke off behind this block's last line, so that a last line without line feed is not whole.</summary>
    public bool EndsTruncated { get; init; }
}
