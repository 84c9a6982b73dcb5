using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Visits.Partitions;

/// <summary>Grouping by visitor, and order within each.</summary>
public class VisitorSortTest
{
    [Fact]
    public void Records_of_the_first_the_last_and_neighbouring_visitors_are_grouped()
    {
        int[] visitors = [0, 1, 2, 3, 2_047, 2_048, VisitorCode.LocalCount - 2, VisitorCode.LocalCount - 1];
        var records = Enumerable.Range(0, 400).Select(i => new Record(VisitorCode.Of(9, visitors[i * 7 % 8]), i * 37 % 101)).ToArray();
        var sorted = Sort(records);
        Assert.Equal(records.OrderBy(record => record.Visitor).ThenBy(record => record.Value), sorted);
    }

    [Fact]
    public void Every_order_of_a_few_records_is_brought_into_order()
    {
        // All ways to write five figures from 0 to 4, equal ones among them.
        for (var code = 0; code < 5 * 5 * 5 * 5 * 5; code++)
        {
            int[] values = [code % 5, code / 5 % 5, code / 25 % 5, code / 125 % 5, code / 625];
            Assert.Equal(values.Order().Select(value => (long)value), Sort([.. values.Select(value => new Record(3, value))]).Select(record => record.Value));
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(1_000)]
    public void Records_that_come_backwards_are_brought_into_order(int records) => Assert.Equal(
        Enumerable.Range(0, records).Select(i => (long)i),
        Sort([.. Enumerable.Range(0, records).Select(i => new Record(3, records - 1 - i))]).Select(record => record.Value));

    [Theory]
    [InlineData(1 << 17)]
    [InlineData((1 << 17) + 1)]
    public void A_sort_that_can_be_stopped_and_is_not_ends_in_order(int records)
    {
        using var stop = new CancellationTokenSource();
        var shuffled = Enumerable.Range(0, records).Select(i => new Record(3, i * 7_919L % records)).ToArray();
        Assert.Equal(Enumerable.Range(0, records).Select(i => (long)i), Sort(shuffled, stop.Token).Select(record => record.Value));
    }

    private static Record[] Sort(Record[] records, CancellationToken cancellation = default)
    {
        var starts = new int[VisitorCode.LocalCount + 1];
        var sorted = new Record[records.Length];
        VisitorSort<Record, Order>.Count(records, starts);
        VisitorSort<Record, Order>.Accumulate(starts);
        VisitorSort<Record, Order>.Place(records, starts, sorted);
        var handedOver = new List<Record>();
        new VisitorSort<Record, Order>(default, cancellation).SortVisitors(sorted, starts.AsSpan(0, VisitorCode.LocalCount), some => handedOver.AddRange(some));
        Assert.Equal(handedOver, sorted);
        return sorted;
    }

    private readonly record struct Record(uint Visitor, long Value);

    private readonly struct Order : IRecordOrder<Record>
    {
        public static uint VisitorOf(in Record record) => record.Visitor;

        public static bool IsBefore(in Record x, in Record y) => x.Value < y.Value;

        public int Compare(Record x, Record y) => x.Visitor != y.Visitor ? x.Visitor.CompareTo(y.Visitor) : x.Value.CompareTo(y.Value);
    }
}
