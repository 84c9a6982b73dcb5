using Dnma.Engine.Contracts;
using Dnma.Engine.Hits;
using Dnma.Engine.Visits;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Visits;

/// <summary>How visitors are divided, and how a shard is written.</summary>
public class VisitorShardTest
{
    [Property]
    public void Every_visitor_is_in_exactly_one_shard(ulong low, uint high, ushort some)
    {
        var count = 1 + (some % VisitorShard.MostShards);
        Assert.Single(Enumerable.Range(1, count), index => new VisitorShard(index, count).Holds(new Pseudonym(low, high)));
    }

    [Fact]
    public void Nobody_is_in_the_first_shard() => Assert.True(new VisitorShard(1, 7).Holds(default));

    [Fact]
    public void Shards_are_about_equal()
    {
        var random = new Random(3);
        var held = new int[5];
        for (var i = 0; i < 10_000; i++)
        {
            var visitor = new Pseudonym(unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue)), 0);
            held[Enumerable.Range(1, 5).Single(index => new VisitorShard(index, 5).Holds(visitor)) - 1]++;
        }

        Assert.All(held, visitors => Assert.InRange(visitors, 1_800, 2_200));
    }

    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("2/4", 2, 4)]
    [InlineData("1024/1024", 1024, 1024)]
    public void A_shard_is_written_as_it_is_read(string text, int index, int count)
    {
        var shard = VisitorShard.Parse(text);
        Assert.Equal((index, count, text), (shard.Index, shard.Count, shard.ToString()));
        Assert.Equal(new VisitorShard(index, count), shard);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("2")]
    [InlineData("2/")]
    [InlineData("/4")]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("1/0")]
    [InlineData("1/1025")]
    [InlineData("-1/4")]
    [InlineData("+1/4")]
    [InlineData("1 / 4")]
    [InlineData("1/4/4")]
    [InlineData("1.0/4")]
    [InlineData("99999999999/4")]
    public void What_is_no_shard_is_refused(string text)
    {
        var error = Assert.Throws<EngineException>(() => VisitorShard.Parse(text));
        Assert.Equal((ErrorId.InvalidOption, "shard"), (error.Id, error.Subject));
    }
}
