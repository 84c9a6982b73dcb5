using System.Buffers;

namespace Dnma.Engine.Tests.Ingest.Sources;

/// <summary>A memory pool that knows how many bytes were out at once.</summary>
internal sealed class CountingPool : MemoryPool<byte>
{
    private readonly Lock _lock = new();
    private long _out;
    private long _peak;

    /// <summary>The most bytes that were out at once.</summary>
    public long Peak => Interlocked.Read(ref _peak);

    public override int MaxBufferSize => int.MaxValue;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        var owner = new Owner(this, new byte[Math.Max(4096, minBufferSize)]);
        lock (_lock)
        {
            _out += owner.Memory.Length;
            _peak = Math.Max(_peak, _out);
        }

        return owner;
    }

    protected override void Dispose(bool disposing)
    {
    }

    private sealed class Owner(CountingPool pool, byte[] bytes) : IMemoryOwner<byte>
    {
        public Memory<byte> Memory => bytes;

        public void Dispose()
        {
            lock (pool._lock)
            {
                pool._out -= bytes.Length;
            }
        }
    }
}
