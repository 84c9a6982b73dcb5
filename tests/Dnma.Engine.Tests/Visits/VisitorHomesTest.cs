using Dnma.Engine.Contracts;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

/// <summary>Visitors live where they are first seen, and next door when that is full.</summary>
public class VisitorHomesTest
{
    [Fact]
    public void Places_are_dealt_over_the_first_partitions()
    {
        var homes = new VisitorHomes(4, VisitorCode.LocalCount);
        Assert.Equal(
            [(0, 0), (1, 0), (2, 0), (3, 0), (0, 1), (1, 1), (3, 1), (3, 2)],
            new[] { 0, 1, 2, 3, 4, 5, 1_003, 3 }.Select(place => Settle(homes, place)));
    }

    [Fact]
    public void A_full_partition_goes_on_in_the_next_one_that_all_of_its_places_share()
    {
        // Two partitions of two visitors; places 0, 2 and 4 begin in the first one, place 1 in the second one.
        var homes = new VisitorHomes(2, 2);
        Assert.Equal(
            [(0, 0), (0, 1), (2, 0), (2, 1), (3, 0), (1, 0), (1, 1), (4, 0), (3, 1), (5, 0)],
            new[] { 0, 2, 0, 2, 4, 1, 1, 1, 0, 2 }.Select(place => Settle(homes, place)));

        // Partition by partition of the same places.
        Assert.Equal([0, 2, 3, 5, 1, 4], homes.InOrder());
    }

    [Fact]
    public void A_partition_takes_as_many_visitors_as_can_be_told_apart()
    {
        var homes = new VisitorHomes(1, VisitorCode.LocalCount);
        for (var visitor = 0; visitor < VisitorCode.LocalCount; visitor++)
        {
            Assert.Equal((0, visitor), Settle(homes, 0));
        }

        Assert.Equal((1, 0), Settle(homes, 0));
    }

    [Fact]
    public void When_all_partitions_are_full_the_log_is_too_large()
    {
        var homes = new VisitorHomes(VisitorCode.MaxPartitions / 2, 1);
        for (var visitor = 0; visitor < VisitorCode.MaxPartitions / 2; visitor++)
        {
            Assert.Equal(0, Settle(homes, 0).Local);
        }

        Assert.Equal((VisitorCode.MaxPartitions - 1, 0), Settle(homes, 0));
        Assert.Equal(ErrorId.InvalidOption, Assert.Throws<EngineException>(() => homes.Settle(0)).Id);
        Assert.Equal((1, 0), Settle(homes, 1));
    }

    private static (int Partition, int Local) Settle(VisitorHomes homes, int place)
    {
        var code = homes.Settle(place);
        return (VisitorCode.PartitionOf(code), VisitorCode.LocalOf(code));
    }
}
