using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Brings each person's marks together; their order within the person changes no count.</summary>
internal readonly struct UserMarkOrder : IRecordOrder<UserMark>
{
    public static ulong PartitionKey(in UserMark record) => record.PersonLow;

    public int Compare(UserMark x, UserMark y) =>
        x.PersonLow != y.PersonLow ? (x.PersonLow < y.PersonLow ? -1 : 1) : x.PersonHigh.CompareTo(y.PersonHigh);
}
