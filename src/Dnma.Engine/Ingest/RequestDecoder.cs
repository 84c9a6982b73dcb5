namespace Dnma.Engine.Ingest;

/// <summary>A hit format carried by requests: turns each into a hit, a part of a split hit, or a reject. Not thread safe: one for each worker.</summary>
public abstract class RequestDecoder
{
    /// <summary>Decodes one request and hands the outcome to the sink it was made with.</summary>
    /// <param name="request">The request.</param>
    /// <param name="position">Where its line stands.</param>
    /// <param name="line">The whole line, for a reject's sample.</param>
    public abstract void Decode(scoped in LogRequest request, in RecordPosition position, ReadOnlySpan<byte> line);
}
