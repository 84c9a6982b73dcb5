using Dnma.Engine.Contracts;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Visits.Partitions;

/// <summary>Whatever the memory, the threads and the number of partitions: the same records come back, in order.</summary>
public class SortedPartitionsTest
{
    [Property(MaxTest = 60)]
    public void What_goes_in_comes_out_in_order(int[] keys, byte budget, byte writers)
    {
        // Visitors collide often, one of them a third of the time: a visitor far larger than the budget.
        var records = keys
            .SelectMany((key, i) => Enumerable.Range(0, 40).Select(j => new Record(key % 3 == 0 ? 0 : VisitorOf(key & 7), (i * 7919) + (j * 104_729 % 64))))
            .ToArray();
        using var slabs = new SlabStore();
        using var spill = new SpillFile(Path.GetTempPath());
        var memory = new MemoryBudget(budget * 8L);
        using var partitions = new SortedPartitions<Record, Order>(default, memory, slabs, spill);
        Parallel.For(0, 1 + (writers % 3), worker =>
        {
            var writer = partitions.OpenWriter();
            for (var i = worker; i < records.Length; i += 1 + (writers % 3))
            {
                writer.Add(records[i]);
            }

            writer.Complete();
        });
        var read = new List<Record>();
        var workspace = new PartitionWorkspace<Record>();
        for (var partition = 0; partition < partitions.Count; partition++)
        {
            partitions.Read(partition, workspace, span => read.AddRange(span));
        }

        Assert.Equal(records.Order(default(Order)), read);
        Assert.Equal(0, memory.UsedBytes);
    }

    /// <summary>Shuffled records of one visitor are sorted, not inserted one by one; those nearly in order are inserted; both come out right.</summary>
    [Theory]
    [InlineData(7919)]
    [InlineData(1)]
    public void Records_of_a_visitor_come_in_order_however_shuffled(int step)
    {
        const int Records = 5_003;
        using var slabs = new SlabStore();
        using var spill = new SpillFile(Path.GetTempPath());
        using var partitions = new SortedPartitions<Record, Order>(default, new MemoryBudget(1 << 24), slabs, spill);
        var writer = partitions.OpenWriter();
        for (var i = 0; i < Records; i++)
        {
            writer.Add(new Record(1, (long)i * step % Records / 2));
        }

        writer.Complete();
        var read = new List<long>();
        partitions.Read(0, new PartitionWorkspace<Record>(), span => read.AddRange(span.ToArray().Select(record => record.Value)));
        Assert.Equal(Enumerable.Range(0, Records).Select(i => i / 2L), read);
    }

    [Fact]
    public void Records_over_the_budget_are_spilled_and_those_within_are_not()
    {
        Assert.True(SpilledBytes(budget: 1 << 10) > 0);
        Assert.Equal(0, SpilledBytes(budget: 1 << 24));
    }

    [Fact]
    public void Nothing_is_left_in_the_folder_while_or_after_spilling()
    {
        var folder = Directory.CreateTempSubdirectory("dnma-spill-");
        try
        {
            using (var spill = new SpillFile(folder.FullName))
            {
                spill.Append<long>([1, 2, 3]);
                Assert.True(OperatingSystem.IsWindows() || folder.GetFiles().Length == 0);
            }

            Assert.Empty(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The sort of one partition is most of the work when one visitor has most of the hits; nobody waits for its end.</summary>
    [Fact]
    public void Sorting_one_large_partition_can_be_stopped()
    {
        const int Records = 1 << 18;
        using var stop = new CancellationTokenSource();
        using var slabs = new SlabStore();
        using var spill = new SpillFile(Path.GetTempPath());
        var order = new StoppingOrder(stop, afterComparisons: 1000);
        using var partitions = new SortedPartitions<Record, StoppingOrder>(order, new MemoryBudget(1L << 30), slabs, spill, stop.Token);
        var writer = partitions.OpenWriter();
        for (var i = 0; i < Records; i++)
        {
            writer.Add(new Record(0, unchecked((long)((ulong)i * 0x9E3779B97F4A7C15))));
        }

        writer.Complete();
        var workspace = new PartitionWorkspace<Record>();
        Assert.Throws<OperationCanceledException>(() => partitions.Read(0, workspace, _ => Assert.Fail("nothing is handed out")));
        Assert.InRange(order.Comparisons, 1000, 1001);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var spill = new SpillFile(Path.Combine(file, "below-a-file"));
            var error = Assert.Throws<EngineException>(() => spill.Append<long>([1]));
            Assert.Equal(ErrorId.UnwritableOutput, error.Id);
            Assert.Contains(file, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static long SpilledBytes(long budget)
    {
        using var slabs = new SlabStore();
        using var spill = new SpillFile(Path.GetTempPath());
        using var partitions = new SortedPartitions<Record, Order>(default, new MemoryBudget(budget), slabs, spill);
        var writer = partitions.OpenWriter();
        for (var i = 0; i < 10_000; i++)
        {
            writer.Add(new Record(VisitorOf(i & 15), i));
        }

        writer.Complete();
        return spill.Length;
    }

    private readonly record struct Record(uint Visitor, long Value);

    /// <summary>Eight visitors in as many partitions, and then the next ones of each.</summary>
    private static uint VisitorOf(int number) => VisitorCode.Of(number % 8, number / 8);

    private readonly struct StoppingOrder(CancellationTokenSource stop, int afterComparisons) : IRecordOrder<Record>
    {
        private readonly int[] _comparisons = [0];

        public int Comparisons => _comparisons[0];

        public static uint VisitorOf(in Record record) => record.Visitor;

        public static bool IsBefore(in Record x, in Record y) => false;

        public int Compare(Record x, Record y)
        {
            if (++_comparisons[0] == afterComparisons)
            {
                stop.Cancel();
            }

            return x.Value.CompareTo(y.Value);
        }
    }

    private readonly struct Order : IRecordOrder<Record>
    {
        public static uint VisitorOf(in Record record) => record.Visitor;

        public static bool IsBefore(in Record x, in Record y) => false;

        public int Compare(Record x, Record y) => x.Visitor != y.Visitor ? x.Visitor.CompareTo(y.Visitor) : x.Value.CompareTo(y.Value);
    }
}
