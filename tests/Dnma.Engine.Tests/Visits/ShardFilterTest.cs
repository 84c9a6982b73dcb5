using Dnma.Engine.Hits;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Visits;

/// <summary>Whose hits a shard keeps: those of its visitors, who are browsers under some norms and persons under others.</summary>
public class ShardFilterTest
{
    private const int Shards = 3;
    private static readonly Pseudonym[] Pseudonyms = [.. Enumerable.Range(0, 40).Select(i => new Pseudonym(unchecked((ulong)(i + 1) * 0x9E3779B97F4A7C15), (uint)i))];

    [Theory]
    [InlineData(VisitorKey.Person)]
    [InlineData(VisitorKey.ClientElsePerson)]
    public void A_hit_is_kept_by_the_shard_of_its_visitor(VisitorKey key)
    {
        for (var index = 1; index <= Shards; index++)
        {
            var shard = new VisitorShard(index, Shards);
            var batch = new HitBatch(200);
            var expected = new List<long>();
            for (var hit = 0; hit < 150; hit++)
            {
                // Every fifth hit names no browser.
                var (person, client) = (Pseudonyms[hit % 40], hit % 5 == 0 ? default : Pseudonyms[hit * 7 % 40]);
                (batch.InstantMs[hit], batch.Person[hit], batch.Client[hit]) = (hit, person, client);
                if (shard.Holds(key == VisitorKey.Person || hit % 5 == 0 ? person : client))
                {
                    expected.Add(hit);
                }
            }

            batch.Count = 150;
            var filter = new ShardFilter(shard, key);
            filter.Keep(batch);
            Assert.Equal(expected, batch.InstantMs[..batch.Count]);
            Assert.Equal(expected.Select(hit => Pseudonyms[(int)hit % 40]), batch.Person[..batch.Count]);
            Assert.Equal(150 - expected.Count, filter.Elsewhere);
        }
    }
}
