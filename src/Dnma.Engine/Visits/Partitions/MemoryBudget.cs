namespace Dnma.Engine.Visits.Partitions;

/// <summary>How many bytes of records may stand in memory, and how many do. Thread safe.</summary>
internal sealed class MemoryBudget(long limitBytes)
{
    private long _used;

    public long LimitBytes { get; } = limitBytes;

    public long UsedBytes => Interlocked.Read(ref _used);

    public bool IsExceeded => UsedBytes > LimitBytes;

    public void Take(long bytes) => Interlocked.Add(ref _used, bytes);

    public void Give(long bytes) => Interlocked.Add(ref _used, -bytes);
}
