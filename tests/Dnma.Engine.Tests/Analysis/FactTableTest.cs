using Dnma.Engine.Qualification.Observations;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Analysis;

public class FactTableTest
{
    [Fact]
    public void A_row_that_was_never_written_counts_nothing()
    {
        var table = new FactTable(3);
        Assert.True(table.Find(100_000).IsEmpty);
        table.RowOf(128)[1]++;
        Assert.True(table.Find(127).IsEmpty);
        Assert.Equal([0L, 1, 0], table.Find(128).ToArray());
        Assert.Equal([0L, 0, 0], table.Find(255).ToArray());
    }

    [Property]
    public void Tables_add_up_row_by_row((ushort Code, byte Fact, byte Count)[] counts, ulong split)
    {
        var (one, two, all) = (new FactTable(5), new FactTable(5), new FactTable(5));
        for (var i = 0; i < counts.Length; i++)
        {
            var (code, fact, count) = (counts[i].Code, counts[i].Fact % 5, counts[i].Count);
            (((split >> (i % 64)) & 1) == 0 ? one : two).RowOf(code)[fact] += count;
            all.RowOf(code)[fact] += count;
        }

        one.Add(two);
        Assert.All(counts.Select(count => (int)count.Code).Distinct(), code => Assert.Equal(all.Find(code).ToArray(), one.Find(code).ToArray()));
    }
}
