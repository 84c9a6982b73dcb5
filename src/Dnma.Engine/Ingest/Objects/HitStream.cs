using System.Buffers;
using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Objects;

/// <summary>
/// The bytes of the canonical CSV table that hits make, taken from their source as they are asked for: a slow reader slows the source down. The source is told of
/// the token of the first reading. Not thread safe.
/// </summary>
internal sealed class HitStream(string name, IAsyncEnumerable<Hit> hits, IReadOnlyList<string> custom) : Stream
{
    /// <summary>How many bytes are made at once, at least.</summary>
    private const int ChunkBytes = 1 << 16;

    private readonly ArrayBufferWriter<byte> _made = new(2 * ChunkBytes);
    private IAsyncEnumerator<Hit>? _source;
    private HitCsvWriter? _writer;
    private int _taken;
    private long _count;
    private bool _isAtEnd;

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
        if (_taken == _made.WrittenCount && !_isAtEnd)
        {
            _made.ResetWrittenCount();
            _taken = 0;
            await MakeAsync(cancellationToken).ConfigureAwait(false);
        }

        var count = Math.Min(buffer.Length, _made.WrittenCount - _taken);
        _made.WrittenMemory.Slice(_taken, count).CopyTo(buffer);
        _taken += count;
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

    private async ValueTask MakeAsync(CancellationToken cancellationToken)
    {
        var isSound = false;
        try
        {
            if (_writer is null)
            {
                _writer = new HitCsvWriter(_made, custom);
                _writer.WriteHeader();
                _source = hits.GetAsyncEnumerator(cancellationToken);
            }

            while (_made.WrittenCount < ChunkBytes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!await _source!.MoveNextAsync().ConfigureAwait(false))
                {
                    _isAtEnd = true;
                    break;
                }

                _ = _writer.Write(_source.Current);
                _count++;
            }

            isSound = true;
        }
        catch (Exception cause) when (cause is not EngineException && !cancellationToken.IsCancellationRequested)
        {
            throw new EngineException(ErrorId.UnreadableInput, name, $"the source of hits failed after {_count} of them", "see the cause", cause);
        }
        finally
        {
            // Here and not on disposal: only between two hits may a source be disposed.
            if ((_isAtEnd || !isSound) && _source is not null)
            {
                await _source.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
