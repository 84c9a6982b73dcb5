namespace Dnma.Engine.Visits.Partitions;

/// <summary>One worker's buffers for reading partitions, which grow as needed and are used again. Not thread safe.</summary>
internal sealed class PartitionWorkspace<T>
    where T : unmanaged
{
    private T[] _spilled = [];
    private T[] _sorted = [];

    /// <summary>Where each visitor of a partition begins among its sorted records; one more than there are visitors.</summary>
    public int[] Starts { get; } = new int[VisitorCode.LocalCount + 1];

    /// <summary>Where each visitor's records end, once they are grouped.</summary>
    public ReadOnlySpan<int> Ends => Starts.AsSpan(0, VisitorCode.LocalCount);

    /// <summary>Room for records that come back from disk.</summary>
    public Span<T> Spilled(int records) => Room(ref _spilled, records);

    /// <summary>Room for sorted records.</summary>
    public Span<T> Sorted(int records) => Room(ref _sorted, records);

    private static Span<T> Room(ref T[] array, int records)
    {
        if (array.Length < records)
        {
            array = GC.AllocateUninitializedArray<T>((int)Math.Min(Math.Max(records, array.Length * 2L), Array.MaxLength));
        }

        return array.AsSpan(0, records);
    }
}
