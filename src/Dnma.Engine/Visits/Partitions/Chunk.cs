namespace Dnma.Engine.Visits.Partitions;

/// <summary>A stretch of a slab that holds records of one partition; as long as its pool says.</summary>
/// <param name="Slab">The array it is part of.</param>
/// <param name="Start">Where it begins in the slab.</param>
/// <param name="Count">How many records it holds.</param>
internal readonly record struct Chunk<T>(T[] Slab, int Start, int Count)
    where T : unmanaged
{
    public ReadOnlySpan<T> Records => Slab.AsSpan(Start, Count);
}
