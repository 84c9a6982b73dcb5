namespace Dnma.Engine.Ingest.Sources;

/// <summary>
/// Feeds an inflater from a raw input and keeps the last feed within reach, because the inflater does not tell how much of it belonged
/// to the deflate data. The last eight bytes of the input go one by one: where the data end inside them, a trailer of eight bytes
/// cannot follow, and that is how a cut trailer is told from a wrong one.
/// </summary>
internal sealed class DeflateFeed(RawInput raw) : Stream
{
    /// <summary>CRC-32 and length, which end a gzip member.</summary>
    public const int TrailerBytes = 8;

    private const int MaxFeedBytes = 1 << 13;

    /// <summary>How many bytes the last feed had.</summary>
    public int LastFeed { get; private set; }

    /// <summary>True when the inflater asked for bytes and there were none.</summary>
    public bool IsExhausted { get; private set; }

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

    /// <summary>Forgets the last member.</summary>
    public void Restart()
    {
        LastFeed = 0;
        IsExhausted = false;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Full feeds only, whatever the source's reads return: what a damaged member yields must not depend on them.
        await raw.FillAsync(MaxFeedBytes + TrailerBytes, cancellationToken).ConfigureAwait(false);
        var ahead = raw.Window.Length;
        if (ahead == 0)
        {
            IsExhausted = true;
            return 0;
        }

        var count = Math.Min(ahead > TrailerBytes ? ahead - TrailerBytes : 1, Math.Min(buffer.Length, MaxFeedBytes));
        raw.Window[..count].CopyTo(buffer);
        raw.Advance(count);
        LastFeed = count;
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
}
