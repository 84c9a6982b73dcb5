namespace Dnma.Engine.Visits.Partitions;

/// <summary>A stretch of a slab that holds records of one partition; as long as its pool says.</summary>
/// <typeparam name="T">The record.</typeparam>
internal readonly unsafe struct Chunk<T>(T* start, int count)
    where T : unmanaged
{
    /// <summary>Where it begins.</summary>
    public T* Start => start;

    /// <summary>How many records it holds.</summary>
    public int Count => count;

    public ReadOnlySpan<T> Records => new(start, count);
}
