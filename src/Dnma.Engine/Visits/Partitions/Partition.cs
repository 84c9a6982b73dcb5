namespace Dnma.Engine.Visits.Partitions;

/// <summary>The records of one partition, in no order: chunks in memory, runs on disk. Thread safe.</summary>
internal sealed class Partition<T>
    where T : unmanaged
{
    private readonly Lock _access = new();
    private List<Chunk<T>> _chunks = [];
    private List<Chunk<T>> _spare = [];
    private long _inMemory;

    /// <summary>What was spilled.</summary>
    public List<SpilledRun> Runs { get; } = [];

    /// <summary>How many records stand in memory.</summary>
    public long InMemory => Interlocked.Read(ref _inMemory);

    public void Add(Chunk<T> chunk)
    {
        lock (_access)
        {
            _chunks.Add(chunk);
            _inMemory += chunk.Count;
        }
    }

    public void AddRun(SpilledRun run)
    {
        lock (_access)
        {
            Runs.Add(run);
        }
    }

    /// <summary>Takes all chunks out; to be given back to their pool, by one taker at a time.</summary>
    public List<Chunk<T>> Take()
    {
        lock (_access)
        {
            (_chunks, _spare) = (_spare, _chunks);
            _inMemory = 0;
            return _spare;
        }
    }
}
