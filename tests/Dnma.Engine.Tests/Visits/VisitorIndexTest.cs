using Dnma.Engine.Hits;
using Dnma.Engine.Visits;
using Dnma.Engine.Visits.Partitions;

namespace Dnma.Engine.Tests.Visits;

/// <summary>Every visitor has one number, however many there are and whatever bits they share.</summary>
public sealed class VisitorIndexTest : IDisposable
{
    private readonly MemoryBudget _budget = new(1 << 24);
    private readonly VisitorIndex _index;

    public VisitorIndexTest() => _index = new VisitorIndex(new VisitorHomes(1, VisitorCode.LocalCount), _budget);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)]
    public void Visitors_are_numbered_in_order_of_arrival(uint high)
    {
        // All of them in one shard, which grows several times.
        const int Visitors = 3_000;
        for (var round = 0; round < 2; round++)
        {
            for (var visitor = 0; visitor < Visitors; visitor++)
            {
                Assert.Equal((uint)visitor, _index.CodeOf(new Pseudonym(unchecked((ulong)visitor * 0x9E3779B97F4A7C15) + 1, high), place: 0));

                // Three quarters of sixteen entries are twelve.
                Assert.Equal(round == 0 && visitor < 12, _budget.LimitBytes == 1 << 24);
            }
        }

        // From 16 entries to 4 096, of 16 bytes: 4 080 more.
        Assert.Equal((1 << 24) - (4_080 * 16), _budget.LimitBytes);
    }

    [Fact]
    public void Visitors_are_told_apart_by_all_of_their_bits()
    {
        Pseudonym[] visitors = [new(1, 5), new(17, 5), new(1, 6), new(1UL << 63, 5), new(16, 0), new(0, 16), new(0, uint.MaxValue), new(ulong.MaxValue, 0)];
        Assert.Equal(Enumerable.Range(0, visitors.Length).Select(i => (uint)i), visitors.Select(visitor => _index.CodeOf(visitor, 0)));
        Assert.Equal(Enumerable.Range(0, visitors.Length).Select(i => (uint)i), visitors.Select(visitor => _index.CodeOf(visitor, 0)));
    }

    [Fact]
    public void What_is_disposed_gives_its_memory_back_once_and_knows_no_one()
    {
        for (var visitor = 1; visitor <= 100; visitor++)
        {
            _index.CodeOf(new Pseudonym((ulong)visitor, 0), place: 0);
        }

        Assert.True(_budget.LimitBytes < 1 << 24);
        _index.Dispose();
        _index.Dispose();
        Assert.Equal(1 << 24, _budget.LimitBytes);
        Assert.Throws<ObjectDisposedException>(() => _index.CodeOf(new Pseudonym(1, 0), place: 0));
    }
}
