namespace Dnma.Engine.Ingest.Containers;

/// <summary>
/// A block that is one record nobody can decode: too long, or cut off. It goes the way of all blocks, so that the worker's ledger counts
/// it like any other reject.
/// </summary>
internal sealed class RejectedLayout(RejectReason reason) : RecordLayout
{
    /// <summary>A record over the limit, of which the block holds the start.</summary>
    public static RejectedLayout TooLong { get; } = new(RejectReason.TooLong);

    /// <summary>The last record of an input that broke off.</summary>
    public static RejectedLayout Truncated { get; } = new(RejectReason.Truncated);

    /// <inheritdoc/>
    public override string Description => "no record";

    /// <inheritdoc/>
    public override BlockDecoder CreateDecoder(RecordSink sink) => new Decoder(reason, sink);

    private sealed class Decoder(RejectReason reason, RecordSink sink) : BlockDecoder
    {
        public override void Decode(RecordBlock block) => sink.Reject(reason, block.Start, block.Bytes.Span);
    }
}
