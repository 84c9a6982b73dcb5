using Dnma.Engine.Ingest.Canonical;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Canonical;

/// <summary>What a table of tuples remembers is what was put there, for these very texts and in this order.</summary>
public class TextTupleCacheTest
{
    private const int TextBytes = 40;
    private static readonly byte[] Letters = [.. Enumerable.Repeat((byte)'x', 80)];

    /// <summary>One or two slots, and texts that differ in nothing but where one ends and the next begins: all that tells them apart are the lengths.</summary>
    [Property(MaxTest = 300)]
    public bool A_tuple_is_found_by_its_own_texts_alone(byte[] lengths, bool one)
    {
        var cache = new TextTupleCache<long>(one ? 1 : 2, TextBytes);
        for (var i = 0; i + 4 < lengths.Length; i++)
        {
            var at = lengths.AsSpan(i, 5);
            var texts = new TextTuple(Text(at[0]), Text(at[1]), Text(at[2]), Text(at[3]), Text(at[4]));
            var name = Name(at);
            var total = at.ToArray().Sum(length => length % 70);
            if (cache.TryGet(texts, out var known, out var slot) && known != name)
            {
                return false;
            }

            cache.Remember(texts, name, slot);
            var isKept = total <= TextBytes;
            if (cache.TryGet(texts, out known, out _) != isKept || (isKept && known != name))
            {
                return false;
            }
        }

        return true;
    }

    [Theory]
    [InlineData("ab", "c", "", "a", "bc", "")]
    [InlineData("", "abc", "", "abc", "", "")]
    [InlineData("abc", "d", "e", "abx", "d", "e")]
    [InlineData("abc", "d", "e", "abc", "d", "x")]
    [InlineData("0450822X-then-more", "d", "e", "1450822X-then-more", "d", "e")]
    public void Other_texts_are_not_found(string a, string b, string c, string x, string y, string z)
    {
        var cache = new TextTupleCache<int>(1, TextBytes);
        var (first, second, third) = (Bytes(a), Bytes(b), Bytes(c));
        var texts = new TextTuple(first, second, third);
        Assert.False(cache.TryGet(texts, out _, out var slot));
        cache.Remember(texts, 7, slot);
        Assert.True(cache.TryGet(texts, out var value, out _));
        Assert.Equal(7, value);
        Assert.False(cache.TryGet(new TextTuple(Bytes(x), Bytes(y), Bytes(z)), out _, out _));
    }

    /// <summary>An empty table knows nothing, not even of a tuple without texts.</summary>
    [Fact]
    public void The_tuple_without_texts_is_one_like_others()
    {
        var cache = new TextTupleCache<int>(1, TextBytes);
        Assert.False(cache.TryGet(default, out _, out var slot));
        cache.Remember(default, 3, slot);
        Assert.True(cache.TryGet(default, out var value, out _));
        Assert.Equal(3, value);
    }

    private static ReadOnlySpan<byte> Text(byte length) => Letters.AsSpan(0, length % 70);

    private static long Name(ReadOnlySpan<byte> lengths)
    {
        var name = 0L;
        foreach (var length in lengths)
        {
            name = (name << 8) | (byte)(length % 70);
        }

        return name;
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
