using System.Buffers;
using System.Collections.Concurrent;

namespace Dnma.Engine.Ingest.Sources;

/// <summary>Buffers of one size, used again and again; larger ones are rented elsewhere. Thread safe.</summary>
internal sealed class BlockPool(int blockBytes)
{
    private readonly ConcurrentBag<byte[]> _free = [];
    private int _outstanding;

    /// <summary>The size of the pool's own buffers.</summary>
    public int BlockBytes { get; } = blockBytes;

    /// <summary>How many buffers are out: none after a run.</summary>
    public int Outstanding => Volatile.Read(ref _outstanding);

    /// <summary>Rents a buffer of at least <paramref name="bytes"/>.</summary>
    public byte[] Rent(int bytes)
    {
        Interlocked.Increment(ref _outstanding);
        if (bytes > BlockBytes)
        {
            return ArrayPool<byte>.Shared.Rent(bytes);
        }

        return _free.TryTake(out var buffer) ? buffer : GC.AllocateUninitializedArray<byte>(BlockBytes);
    }

    /// <summary>Takes a buffer back.</summary>
    public void Return(byte[] buffer)
    {
        Interlocked.Decrement(ref _outstanding);
        if (buffer.Length == BlockBytes)
        {
            _free.Add(buffer);
        }
        else
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
