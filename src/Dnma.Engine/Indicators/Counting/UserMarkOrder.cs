using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Brings each person's marks together, in order of days; the order within a day changes no count.</summary>
internal readonly struct UserMarkOrder : IRecordOrder<UserMark>
{
    public static uint VisitorOf(in UserMark record) => record.Person;

    public static bool IsBefore(in UserMark x, in UserMark y) => x.Day <= y.Day;

    public int Compare(UserMark x, UserMark y) =>
        x.Person != y.Person ? x.Person.CompareTo(y.Person) : x.Day.CompareTo(y.Day);
}
