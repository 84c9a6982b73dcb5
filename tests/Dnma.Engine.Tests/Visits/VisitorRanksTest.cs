using Dnma.Engine.Hits;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Visits;

/// <summary>Ranks follow pseudonyms, whatever order and places visitors came in.</summary>
public class VisitorRanksTest
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    public void Ranks_ascend_with_pseudonyms_and_lead_back_to_them(int visitors)
    {
        var random = new Random(visitors);
        var drawn = Enumerable.Range(0, visitors).Select(_ => new Pseudonym((ulong)random.NextInt64(), (uint)random.Next(4))).Distinct().ToArray();
        var budget = new MemoryBudget(1 << 20);
        using var index = new VisitorIndex(new VisitorHomes(4, 700), budget);
        var codes = drawn.Select((visitor, i) => index.CodeOf(visitor, i % 9)).ToArray();
        var ranks = new VisitorRanks(index, budget);
        var expected = drawn.OrderBy(visitor => visitor.High).ThenBy(visitor => visitor.Low).ToArray();
        for (var i = 0; i < drawn.Length; i++)
        {
            Assert.Equal(Array.IndexOf(expected, drawn[i]), (int)ranks.RankOf(codes[i]));
            Assert.Equal(expected[i], ranks.PseudonymOf((uint)i));
        }
    }
}
