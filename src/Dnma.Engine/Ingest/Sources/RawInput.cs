using System.Buffers;
using System.Security.Cryptography;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>
/// An input's bytes as stored, hashed and counted as they pass, with a window to look ahead in. Not thread safe.
/// </summary>
internal sealed class RawInput(string name, Stream stream, bool leaveOpen) : IDisposable
{
    /// <summary>How far a reader can look ahead.</summary>
    public const int WindowBytes = 1 << 16;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[2 * WindowBytes];
    private int _start;
    private int _end;

    /// <summary>Told of every stretch of bytes that was read.</summary>
    public Action<int>? BytesRead { get; set; }

    /// <summary>How many bytes were read of the stream, those of the window included.</summary>
    public long Count { get; private set; }

    /// <summary>True once the stream has nothing behind the window.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Where the window starts.</summary>
    public long Position => Count - (_end - _start);

    /// <summary>Bytes that were read and not yet taken.</summary>
    public ReadOnlyMemory<byte> Window => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Takes bytes from the window.</summary>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _end - _start);
        _start += count;
    }

    /// <summary>Gives back bytes taken since the window was last filled.</summary>
    public void Rewind(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _start);
        _start -= count;
    }

    /// <summary>Reads until the window holds <paramref name="atLeast"/> bytes or the stream ends.</summary>
    public async ValueTask FillAsync(int atLeast, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atLeast, WindowBytes);
        while (_end - _start < atLeast && !IsAtEnd)
        {
            if (_start > 0)
            {
                Window.CopyTo(_buffer);
                _end -= _start;
                _start = 0;
            }

            _end += await ReadStreamAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes bytes, first those of the window, then straight from the stream; 0 at the end.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        if (_end == _start)
        {
            return await ReadStreamAsync(destination, cancellationToken).ConfigureAwait(false);
        }

        var taken = Math.Min(destination.Length, _end - _start);
        Window[..taken].CopyTo(destination);
        _start += taken;
        return taken;
    }

    /// <summary>Reads to the end, so that the digest is that of the whole input.</summary>
    public async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        _start = _end = 0;
        var waste = ArrayPool<byte>.Shared.Rent(WindowBytes);
        while (await ReadStreamAsync(waste, cancellationToken).ConfigureAwait(false) > 0)
        {
        }

        // Not in a finally: a read that was given up may still write to the buffer.
        ArrayPool<byte>.Shared.Return(waste);
    }

    /// <summary>The digest of the bytes read so far, as lower-case hexadecimal.</summary>
    public string DigestHex() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        if (!leaveOpen)
        {
            stream.Dispose();
        }
    }

    private async ValueTask<int> ReadStreamAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        if (IsAtEnd)
        {
            return 0;
        }

        int read;
        try
        {
            read = await stream.ReadAsync(destination, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException
            || (cause is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A cancellation that nobody here asked for is a stream's own time-out.
            throw new EngineException(ErrorId.UnreadableInput, name, $"reading failed at byte {Count}", "check the disk or the network, then run again", cause);
        }

        if (read == 0)
        {
            IsAtEnd = true;
            return 0;
        }

        _hash.AppendData(destination.Span[..read]);
        Count += read;
        BytesRead?.Invoke(read);
        return read;
    }
}
