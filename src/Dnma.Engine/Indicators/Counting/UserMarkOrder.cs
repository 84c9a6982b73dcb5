using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Brings each person's marks together, in order of days; the order within a day changes no count.</summary>
internal readonly struct UserMarkOrder : IRecordOrder<UserMark>
{
    public static ulong PartitionKey(in UserMark record) => record.PersonLow;

    public int Compare(UserMark x, UserMark y) =>
        x.PersonLow != y.PersonLow ? x.PersonLow.CompareTo(y.PersonLow)
        : x.PersonHigh != y.PersonHigh ? x.PersonHigh.CompareTo(y.PersonHigh)
        : x.Day.CompareTo(y.Day);
}
