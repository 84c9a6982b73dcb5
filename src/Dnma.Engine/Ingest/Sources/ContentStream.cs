namespace Dnma.Engine.Ingest.Sources;

/// <summary>Decompressed content as a stream, for readers that want one. Owns what it reads from.</summary>
internal sealed class ContentStream(RawInput raw, ContentReader content) : Stream
{
    private readonly byte[] _chunk = new byte[content.ChunkBytes];
    private Memory<byte> _ahead;

    /// <summary>How the content ended; holds once a read has returned 0.</summary>
    public ContentEnding Ending => content.Ending;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ahead.IsEmpty)
        {
            _ahead = _chunk.AsMemory(0, await content.ReadAsync(_chunk, cancellationToken).ConfigureAwait(false));
        }

        var taken = Math.Min(buffer.Length, _ahead.Length);
        _ahead[..taken].CopyTo(buffer);
        _ahead = _ahead[taken..];
        return taken;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            raw.Dispose();
        }

        base.Dispose(disposing);
    }
}
