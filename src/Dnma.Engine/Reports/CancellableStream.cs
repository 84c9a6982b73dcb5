namespace Dnma.Engine.Reports;

/// <summary>
/// Another stream, until the work on it is cancelled: then the next read or write throws. So whoever reads or writes tables, and knows nothing of cancellation, stops
/// within a buffer, of however many bytes: more than a mebibyte is read or written in several. The other stream is not disposed. Not thread safe.
/// </summary>
internal sealed class CancellableStream(Stream inner, CancellationToken cancellation) : Stream
{
    private const int MostBytes = 1 << 20;

    /// <inheritdoc/>
    public override bool CanRead => inner.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => inner.CanSeek;

    /// <inheritdoc/>
    public override bool CanWrite => inner.CanWrite;

    /// <inheritdoc/>
    public override long Length => inner.Length;

    /// <inheritdoc/>
    public override long Position { get => inner.Position; set => inner.Position = value; }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        return inner.Read(buffer[..Math.Min(buffer.Length, MostBytes)]);
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    /// <inheritdoc/>
    public override void SetLength(long value) => inner.SetLength(value);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var some = buffer[..Math.Min(buffer.Length, MostBytes)];
            inner.Write(some);
            buffer = buffer[some.Length..];
        }
        while (!buffer.IsEmpty);
    }
}
