namespace Dnma.Engine.Visits.Partitions;

/// <summary>The total order of records inside a partition, visitors first, and whose record it is.</summary>
/// <typeparam name="T">The record.</typeparam>
internal interface IRecordOrder<T> : IComparer<T>
    where T : unmanaged
{
    /// <summary>Whose record it is, as <see cref="VisitorIndex"/> numbers visitors: decides on the partition, and comes first in the order.</summary>
    static abstract uint VisitorOf(in T record);

    /// <summary>Whether it shows at a glance that one of two records of a visitor comes before the other; what does not show is compared.</summary>
    static abstract bool IsBefore(in T x, in T y);
}
