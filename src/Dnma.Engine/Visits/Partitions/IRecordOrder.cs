namespace Dnma.Engine.Visits.Partitions;

/// <summary>How records of one kind are partitioned and ordered. A struct, so that sorting is compiled for it.</summary>
internal interface IRecordOrder<T> : IComparer<T>
    where T : unmanaged
{
    /// <summary>Uniformly distributed bits that are equal for records that must meet.</summary>
    static abstract ulong PartitionKey(in T record);
}
