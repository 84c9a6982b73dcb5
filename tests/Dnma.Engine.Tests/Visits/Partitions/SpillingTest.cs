using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Visits.Partitions;

/// <summary>
/// What is spilled, and when. A record is 16 bytes, a chunk 8 records; 4 096 bytes, 32 chunks, may stand in memory, and 64 records are brought into order
/// at once.
/// </summary>
public sealed class SpillingTest : IDisposable
{
    private const int RecordBytes = 16;
    private const int ChunkRecords = 8;
    private readonly SlabStore _slabs = new();
    private readonly SpillFile _spill = new(Path.GetTempPath());
    private readonly MemoryBudget _budget = new(4_096);
    private readonly SortedPartitions<Record, Order> _partitions;

    public SpillingTest() => _partitions = new SortedPartitions<Record, Order>(default, _budget, _slabs, _spill);

    public void Dispose()
    {
        _partitions.Dispose();
        _spill.Dispose();
        _slabs.Dispose();
    }

    [Theory]
    [InlineData(17, 17, 16)]
    [InlineData(21, 11, 11, 11)]
    [InlineData(17, 9, 6, 9, 9)]
    [InlineData(0, 16, 16)]
    public void Half_of_the_memory_is_freed_at_once_the_largest_partitions_first(int spilled, params int[] chunks)
    {
        // Whole chunks, and then one more record in the first partition: the last chunk of every other one is still open.
        var writer = _partitions.OpenWriter();
        for (var partition = chunks.Length - 1; partition >= 0; partition--)
        {
            for (var i = 0; i < chunks[partition] * ChunkRecords; i++)
            {
                writer.Add(new Record(VisitorCode.Of(partition, 0), i));
            }
        }

        Assert.Equal(0, _spill.Length);
        writer.Add(new Record(0, -1));
        Assert.Equal(spilled * ChunkRecords * RecordBytes, _spill.Length);
        writer.Complete();
        Assert.Equal(1 + (chunks.Sum() * ChunkRecords), Enumerable.Range(0, chunks.Length).Sum(partition => Read(partition).Count));
        Assert.Equal(0, _budget.UsedBytes);
    }

    [Fact]
    public void A_single_record_is_spilled_and_comes_back()
    {
        // Thirty records in as many chunks, and a fourth chunk of the partition that is the largest: half of the memory is more than that one.
        for (var partition = 0; partition < 30; partition++)
        {
            Fill(partition, 1);
        }

        Fill(30, (3 * ChunkRecords) + 1);
        Assert.Equal((14 + (3 * ChunkRecords)) * RecordBytes, _spill.Length);
        Assert.All(Enumerable.Range(0, 30), partition => Assert.Equal([new Record(VisitorCode.Of(partition, 0), 0)], Read(partition)));
        Assert.Equal((3 * ChunkRecords) + 1, Read(30).Count);
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(1_500, true)]
    [InlineData(3_000, true)]
    public void What_is_too_large_to_sort_at_once_is_spilled_sorted_and_merged(int records, bool isMerged)
    {
        Fill(0, records);
        for (var partition = 1; partition < 20; partition++)
        {
            Fill(partition, 7 * ChunkRecords);
        }

        var before = _spill.Length;
        Assert.Equal(Enumerable.Range(0, records).Select(i => (long)i), Read(0).Select(record => record.Value).Order());
        Assert.Equal(isMerged ? records * RecordBytes : 0, _spill.Length - before);
    }

    [Fact]
    public void What_was_never_spilled_is_sorted_in_memory()
    {
        Fill(0, 30 * ChunkRecords);
        Assert.Equal(30 * ChunkRecords, Read(0).Count);
        Assert.Equal(0, _spill.Length);
    }

    [Fact]
    public void A_partition_without_records_hands_out_nothing()
    {
        Fill(5, 1);
        for (var partition = 0; partition < 5; partition++)
        {
            _partitions.Read(partition, new PartitionWorkspace<Record>(), _ => Assert.Fail("nothing is there"));
        }
    }

    [Theory]
    [InlineData(256)]
    [InlineData(600)]
    [InlineData(5_000)]
    public void The_first_partition_may_have_any_number(int partition)
    {
        Fill(partition, 3);
        Assert.True(_partitions.Count > partition);
        Assert.Equal(3, Read(partition).Count);
    }

    /// <summary>Records of the values 0, 1, 2, …, not in order, of all the visitors that a partition has room for.</summary>
    private void Fill(int partition, int records)
    {
        var writer = _partitions.OpenWriter();
        for (var i = 0; i < records; i++)
        {
            writer.Add(new Record(VisitorCode.Of(partition, i * 2_731 % VisitorCode.LocalCount), records - 1 - i));
        }

        writer.Complete();
    }

    private List<Record> Read(int partition)
    {
        var read = new List<Record>();
        if (partition < _partitions.Count)
        {
            _partitions.Read(partition, new PartitionWorkspace<Record>(), span => read.AddRange(span));
        }

        Assert.Equal(read.Order(default(Order)), read);
        return read;
    }

    private readonly record struct Record(uint Visitor, long Value);

    private readonly struct Order : IRecordOrder<Record>
    {
        public static uint VisitorOf(in Record record) => record.Visitor;

        public static bool IsBefore(in Record x, in Record y) => x.Value < y.Value;

        public int Compare(Record x, Record y) => x.Visitor != y.Visitor ? x.Visitor.CompareTo(y.Visitor) : x.Value.CompareTo(y.Value);
    }
}
