namespace Dnma.Engine.Ingest.Sources;

/// <summary>Reads an input's content, decompressed. Damage is an ending, not an exception. Not thread safe.</summary>
internal abstract class ContentReader : IDisposable
{
    /// <summary>The name of the compression; empty for none.</summary>
    public abstract string Compression { get; }

    /// <summary>How the content ended; holds once <see cref="ReadAsync"/> has returned 0.</summary>
    public ContentEnding Ending { get; protected set; } = ContentEnding.Whole;

    /// <summary>
    /// Reads content; 0 at its end. At most <see cref="ChunkBytes"/> are asked for, always as many, so that what a damaged input
    /// yields does not depend on a caller's buffers.
    /// </summary>
    public abstract ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken);

    /// <summary>How many bytes to offer to <see cref="ReadAsync"/>.</summary>
    public virtual int ChunkBytes => 1 << 14;

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }
}
