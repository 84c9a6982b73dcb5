using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Visits.Partitions;

/// <summary>In which stretches a partition is sorted that is too large to be sorted at once.</summary>
public class OversizePartitionTest
{
    [Theory]
    [InlineData(0, new[] { 5 }, "5")]
    [InlineData(0, new[] { 10 }, "10")]
    [InlineData(0, new[] { 11 }, "10 1")]
    [InlineData(0, new[] { 4, 6, 3 }, "4+6 3")]
    [InlineData(0, new[] { 4, 27 }, "4+6 10 10 1")]
    [InlineData(1, new[] { 20 }, "memory 10 10")]
    [InlineData(7, new[] { 3, 3 }, "memory 3+3")]
    public void Each_stretch_is_as_long_as_may_be(int inMemory, int[] runs, string expected)
    {
        using var spill = new SpillFile(Path.GetTempPath());
        var partition = new Partition<long>();
        var written = 0;
        foreach (var run in runs)
        {
            partition.AddRun(new SpilledRun(spill.Append<long>([.. Enumerable.Range(written, run).Select(value => (long)value)]), run));
            written += run;
        }

        AddChunk(partition, inMemory);
        Assert.Equal(inMemory, partition.InMemory);
        var stretches = new List<string>();
        var read = new List<long>();
        new OversizePartition<long, Order>(default, spill, new PartitionWorkspace<long>(), mostRecords: 10).Read(partition, Sort, span => read.AddRange(span));
        Assert.Equal(expected, string.Join(' ', stretches));
        Assert.Equal(Enumerable.Range(0, written).Select(value => (long)value), read);
        Assert.Equal(0, partition.InMemory);

        // Chunks are taken, not read: what matters here is when.
        Span<long> Sort(Partition<long> source, List<SpilledRun> taken, PartitionWorkspace<long> workspace)
        {
            stretches.Add((source.Take().Count > 0 && inMemory > 0 && stretches.Count == 0 ? "memory" : "") + string.Join('+', taken.Select(run => run.Records)));
            var records = workspace.Sorted((int)taken.Sum(run => run.Records));
            var rest = records;
            foreach (var run in taken)
            {
                spill.Read(run.Offset, rest[..(int)run.Records]);
                rest = rest[(int)run.Records..];
            }

            return records;
        }
    }

    private static unsafe void AddChunk(Partition<long> partition, int records)
    {
        if (records > 0)
        {
            partition.Add(new Chunk<long>(null, records));
        }
    }

    private readonly struct Order : IRecordOrder<long>
    {
        public static uint VisitorOf(in long record) => 0;

        public static bool IsBefore(in long x, in long y) => x < y;

        public int Compare(long x, long y) => x.CompareTo(y);
    }
}
