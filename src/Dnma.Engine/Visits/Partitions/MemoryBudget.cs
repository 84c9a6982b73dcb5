namespace Dnma.Engine.Visits.Partitions;

/// <summary>How many bytes of records may stand in memory, and how many do. Thread safe.</summary>
internal sealed class MemoryBudget(long limitBytes)
{
    private long _used;
    private long _reserved;

    /// <summary>What records may take: less what is reserved, but never less than a quarter of the whole.</summary>
    public long LimitBytes => Math.Max(limitBytes - Interlocked.Read(ref _reserved), limitBytes / 4);

    public long UsedBytes => Interlocked.Read(ref _used);

    public bool IsExceeded => UsedBytes > LimitBytes;

    public void Take(long bytes) => Interlocked.Add(ref _used, bytes);

    public void Give(long bytes) => Interlocked.Add(ref _used, -bytes);

    /// <summary>Takes bytes for what cannot be spilled; gives them back where negative.</summary>
    public void Reserve(long bytes) => Interlocked.Add(ref _reserved, bytes);
}
