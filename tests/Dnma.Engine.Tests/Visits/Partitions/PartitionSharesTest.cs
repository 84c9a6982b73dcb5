using Dnma.Engine.Visits.Partitions;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Visits.Partitions;

public class PartitionSharesTest
{
    [Property]
    public void Every_partition_is_dealt_once_whoever_asks(byte partitions, byte workers, byte[] asking)
    {
        var order = Enumerable.Range(0, partitions).Select(i => (i * 7) + 3).ToArray();
        var shares = new PartitionShares(order, 1 + (workers % 9));
        var dealt = new List<int>();
        var left = order.Length;

        // First whoever the generator says, then one worker all that is left.
        foreach (var worker in asking.Select(asked => asked % (1 + (workers % 9))).Concat(Enumerable.Repeat(0, order.Length + 1)))
        {
            Assert.Equal(left > 0, shares.TryTake(worker, out var partition));
            if (left > 0)
            {
                dealt.Add(partition);
                left--;
            }
        }

        Assert.Equal(order, dealt.Order());
    }

    [Fact]
    public void A_worker_goes_through_neighbours_and_then_takes_the_far_half_of_another_one()
    {
        var shares = new PartitionShares([.. Enumerable.Range(0, 12)], 2);
        Assert.Equal([0, 1, 2, 3, 4, 5], Enumerable.Range(0, 6).Select(_ => Take(0)));
        Assert.Equal(6, Take(1));

        // 7 to 11 are left to the other.
        Assert.Equal([9, 10, 11], Enumerable.Range(0, 3).Select(_ => Take(0)));
        Assert.Equal(8, Take(0));
        Assert.Equal(7, Take(1));
        Assert.False(shares.TryTake(0, out _));
        Assert.False(shares.TryTake(1, out _));

        int Take(int worker)
        {
            Assert.True(shares.TryTake(worker, out var partition));
            return partition;
        }
    }
}
