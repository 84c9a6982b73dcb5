using Dnma.Engine.Ingest.Tables;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Tables;

public class PackedRowsTest
{
    [Property]
    public void Remembers_what_a_dictionary_does((byte Site, ushort Id, byte[] Content)[] rows)
    {
        var packed = new PackedRows(new ByteBudget(long.MaxValue));
        var expected = new Dictionary<(ulong, ulong), byte[]>();
        foreach (var (site, id, content) in rows)
        {
            var key = ((ulong)site % 3, ((ulong)id % 50) + 1);
            packed.Set(key.Item1, key.Item2, content);
            expected[key] = content ?? [];
        }

        Assert.Equal(expected.Count, packed.Count);
        for (ulong site = 0; site < 3; site++)
        {
            for (ulong id = 1; id <= 50; id++)
            {
                var found = packed.TryGet(site, id, out var content);
                Assert.Equal(expected.TryGetValue((site, id), out var wanted), found);
                Assert.Equal(wanted ?? [], content.ToArray());
            }
        }
    }

    [Fact]
    public void Grows_over_many_pages_and_takes_content_longer_than_a_page()
    {
        var packed = new PackedRows(new ByteBudget(long.MaxValue));
        for (ulong id = 1; id <= 100_000; id++)
        {
            packed.Set(id % 5, id, System.Text.Encoding.ASCII.GetBytes($"content of row {id}"));
        }

        packed.Set(9, ulong.MaxValue, new byte[3 << 20]);
        packed.Set(9, 1, "after"u8);
        for (ulong id = 1; id <= 100_000; id++)
        {
            Assert.True(packed.TryGet(id % 5, id, out var content));
            Assert.Equal($"content of row {id}", System.Text.Encoding.ASCII.GetString(content));
        }

        Assert.True(packed.TryGet(9, ulong.MaxValue, out var large));
        Assert.Equal(3 << 20, large.Length);
        Assert.True(packed.TryGet(9, 1, out var after));
        Assert.Equal("after"u8, after);
        Assert.False(packed.TryGet(9, 2, out _));
    }
}
