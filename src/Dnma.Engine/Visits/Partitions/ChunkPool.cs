namespace Dnma.Engine.Visits.Partitions;

/// <summary>Chunks of one length, cut from slabs and used again: in steady state nothing is allocated. Thread safe.</summary>
internal sealed unsafe class ChunkPool<T>(int chunkRecords, MemoryBudget budget, SlabStore store) : IDisposable
    where T : unmanaged
{
    private readonly Lock _access = new();
    private readonly Stack<nint> _free = [];
    private readonly List<nint> _slabs = [];
    private nint _next;
    private nint _end;

    /// <summary>How many records a chunk has room for.</summary>
    public int ChunkRecords { get; } = chunkRecords;

    /// <summary>An empty chunk, taken from the budget.</summary>
    public T* Rent()
    {
        budget.Take(ChunkBytes);
        lock (_access)
        {
            if (_free.TryPop(out var free))
            {
                return (T*)free;
            }

            if (_end - _next < ChunkBytes)
            {
                _next = store.Rent();
                _end = _next + SlabStore.SlabBytes;
                _slabs.Add(_next);
            }

            var chunk = _next;
            _next += (nint)ChunkBytes;
            return (T*)chunk;
        }
    }

    /// <summary>Takes chunks back, and gives their bytes back to the budget.</summary>
    public void Return(List<Chunk<T>> chunks)
    {
        budget.Give(chunks.Count * ChunkBytes);
        lock (_access)
        {
            foreach (var chunk in chunks)
            {
                _free.Push((nint)chunk.Start);
            }
        }
    }

    /// <summary>Gives all slabs back; no chunk may be used afterwards.</summary>
    public void Dispose()
    {
        lock (_access)
        {
            store.Return(_slabs);
            _slabs.Clear();
            _free.Clear();
            (_next, _end) = (0, 0);
        }
    }

    private long ChunkBytes => (long)ChunkRecords * sizeof(T);
}
