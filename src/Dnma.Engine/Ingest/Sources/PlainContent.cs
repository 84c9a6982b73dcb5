namespace Dnma.Engine.Ingest.Sources;

/// <summary>Content that is stored as it is.</summary>
internal sealed class PlainContent(RawInput raw) : ContentReader
{
    /// <inheritdoc/>
    public override string Compression => "";

    /// <inheritdoc/>
    public override int ChunkBytes => 1 << 18;

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken) =>
        raw.ReadAsync(destination, cancellationToken);
}
