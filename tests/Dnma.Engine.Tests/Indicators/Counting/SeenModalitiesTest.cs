using Dnma.Engine.Indicators.Counting;

namespace Dnma.Engine.Tests.Indicators.Counting;

/// <summary>Few territories are searched, many are looked up; which of the two shows in nothing.</summary>
public class SeenModalitiesTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(17)]
    [InlineData(40)]
    public void Each_territory_keeps_its_own_until_all_are_cleared(int territories)
    {
        var seen = new SeenModalities();
        for (var round = 0; round < 3; round++)
        {
            // Other territories in each round, but for some.
            var first = 1 + (round * 5);
            for (var territory = first; territory < first + territories; territory++)
            {
                Assert.Equal(territory - first, seen.Count);
                ref var added = ref seen[seen.IndexOf(territory)];
                Assert.Equal((territory, default(ModalitySet)), (added.Territory, added.Modalities));
                added.Modalities = ModalitySet.Of([territory]);
            }

            for (var territory = first; territory < first + territories; territory++)
            {
                var found = seen[seen.IndexOf(territory)];
                Assert.Equal((territory, ModalitySet.Of([territory])), (found.Territory, found.Modalities));
            }

            Assert.Equal(territories, seen.Count);
            Assert.Equal(first, seen[0].Territory);
            seen.Clear();
            Assert.Equal(0, seen.Count);
        }
    }

    [Fact]
    public void The_unknown_territory_is_new_among_many()
    {
        var seen = new SeenModalities();
        for (var territory = 1; territory <= 9; territory++)
        {
            seen.IndexOf(territory);
        }

        Assert.Equal(9, seen.IndexOf(0));
        Assert.Equal((0, default(ModalitySet)), (seen[9].Territory, seen[9].Modalities));
        Assert.Equal((9, 10), (seen.IndexOf(0), seen.Count));
    }
}
