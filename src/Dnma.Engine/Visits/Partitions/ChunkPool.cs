namespace Dnma.Engine.Visits.Partitions;

/// <summary>
/// Chunks of one length, cut from slabs large enough for the runtime to leave them where they are, and used again: in steady state nothing is
/// allocated. Thread safe.
/// </summary>
internal sealed class ChunkPool<T>(int chunkRecords, MemoryBudget budget)
    where T : unmanaged
{
    private const int MostSlabBytes = 1 << 20;
    private const int SlabsPerBudget = 16;
    private readonly int _slabRecords = (int)Math.Min(budget.LimitBytes / SlabsPerBudget, MostSlabBytes) / Size / chunkRecords * chunkRecords;
    private readonly Lock _access = new();
    private readonly Stack<(T[] Slab, int Start)> _free = [];
    private T[] _slab = [];
    private int _next;

    /// <summary>How many records a chunk has room for.</summary>
    public int ChunkRecords { get; } = chunkRecords;

    /// <summary>An empty chunk, taken from the budget.</summary>
    public Chunk<T> Rent()
    {
        budget.Take(ChunkBytes);
        lock (_access)
        {
            if (_free.TryPop(out var free))
            {
                return new Chunk<T>(free.Slab, free.Start, 0);
            }

            if (_next + ChunkRecords > _slab.Length)
            {
                _slab = GC.AllocateUninitializedArray<T>(Math.Max(ChunkRecords, _slabRecords));
                _next = 0;
            }

            var start = _next;
            _next += ChunkRecords;
            return new Chunk<T>(_slab, start, 0);
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
                _free.Push((chunk.Slab, chunk.Start));
            }
        }
    }

    private static unsafe int Size => sizeof(T);

    private long ChunkBytes => (long)ChunkRecords * Size;
}
