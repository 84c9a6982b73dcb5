using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Canonical;
using Dnma.Engine.References.Devices;

namespace Dnma.Engine.Tests.Ingest.Canonical;

/// <summary>What workers remember never shows: ids keep apart by kind, scope and text, however long or many.</summary>
public sealed class PseudonymizerTest : IDisposable
{
    public void Dispose() => _pseudonymizer.Dispose();

    private readonly Pseudonymizer _pseudonymizer = new("secret"u8);

    [Fact]
    public void An_empty_id_is_nobody()
    {
        Assert.True(_pseudonymizer.Person((byte)'p', "ent"u8, default).IsNone);
        Assert.True(_pseudonymizer.Client(default).IsNone);
    }

    [Fact]
    public void Kind_scope_id_and_secret_keep_people_apart()
    {
        Pseudonym[] all =
        [
            _pseudonymizer.Person((byte)'p', "ab"u8, "c"u8), _pseudonymizer.Person((byte)'p', "a"u8, "bc"u8), _pseudonymizer.Person((byte)'p', default, "abc"u8),
            _pseudonymizer.Person((byte)'s', "ab"u8, "c"u8), _pseudonymizer.Client("abc"u8), _pseudonymizer.Person((byte)'c', "ab"u8, "c"u8),
            new Pseudonymizer("Secret"u8).Person((byte)'p', "ab"u8, "c"u8),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void The_pseudonym_is_the_first_96_bits_of_the_keyed_hash()
    {
        // Kind, the scope's length in four bytes, scope, id.
        var mac = System.Security.Cryptography.HMACSHA256.HashData("secret"u8, [.. "p"u8, 3, 0, 0, 0, .. "ent"u8, .. "42"u8]);
        Assert.Equal(new Pseudonym(BitConverter.ToUInt64(mac, 0), BitConverter.ToUInt32(mac, 8)), _pseudonymizer.Person((byte)'p', "ent"u8, "42"u8));
    }

    [Theory]
    [InlineData(122)] // with five bytes before it, just below what is remembered
    [InlineData(123)]
    [InlineData(124)]
    [InlineData(600)] // longer than the message buffer at first
    public void Long_ids_differ_in_their_last_byte(int length)
    {
        var id = Encoding.ASCII.GetBytes(new string('7', length));
        var first = _pseudonymizer.Person((byte)'p', default, id);
        id[^1] = (byte)'8';
        Assert.NotEqual(first, _pseudonymizer.Person((byte)'p', default, id));
        id[^1] = (byte)'7';
        Assert.Equal(first, _pseudonymizer.Person((byte)'p', default, id));
    }

    [Fact]
    public void More_ids_than_are_remembered_keep_their_pseudonyms()
    {
        var ids = Enumerable.Range(0, 70_000).Select(i => Encoding.ASCII.GetBytes($"user{i}")).ToArray();
        var first = Array.ConvertAll(ids, id => _pseudonymizer.Client(id));
        Assert.Equal(ids.Length, first.Distinct().Count());
        Assert.Equal(first, Array.ConvertAll(ids, id => _pseudonymizer.Client(id)));
    }

    [Fact]
    public void Labels_that_share_a_slot_push_each_other_out_and_stay_right()
    {
        // Two slots for fifty labels, some longer than what is remembered.
        var cache = new LabelCache(2);
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 50; i++)
            {
                var raw = Encoding.ASCII.GetBytes(new string('x', i) + i);
                Assert.False(cache.TryGet(raw, out _, out var slot) && round == 0);
                cache.Remember(raw, new EncodedLabel(i, (ulong)i, HitFlags.None), slot);
                Assert.Equal(raw.Length <= 48, cache.TryGet(raw, out var value, out _));
                Assert.Equal(raw.Length <= 48 ? i : 0, value.Code);
            }
        }
    }

    [Fact]
    public void A_prefix_of_a_remembered_label_is_another_label()
    {
        var cache = new LabelCache(1);
        Assert.False(cache.TryGet("notes"u8, out _, out var slot));
        cache.Remember("notes"u8, new EncodedLabel(1, 1, HitFlags.None), slot);
        Assert.False(cache.TryGet("note"u8, out _, out _));
        Assert.False(cache.TryGet("notez"u8, out _, out _));
        Assert.True(cache.TryGet("notes"u8, out var value, out _));
        Assert.Equal(1, value.Code);
    }

    [Fact]
    public void Remembered_agents_are_classified_as_at_first_sight()
    {
        var cache = new AgentCache(DeviceRules.Default);
        for (var i = 0; i < 40_000; i++)
        {
            cache.Classify(Encoding.ASCII.GetBytes($"Mozilla/5.0 (X11; Linux x86_64) Firefox/{i}"), default, out _);
        }

        foreach (var (agent, hints) in new[] { ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:104.0) Gecko/20100101 Firefox/104.0", ""), ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15", "\"iPadOS\"") })
        {
            var (text, hint) = (Encoding.ASCII.GetBytes(agent), Encoding.ASCII.GetBytes(hints));
            var expected = DeviceRules.Default.Classify(text, hint);
            Assert.Equal(expected, cache.Classify(text, hint, out var first));
            Assert.Equal(expected, cache.Classify(text, hint, out var second));
            Assert.Equal(first, second);
        }

        Assert.Equal(default, cache.Classify(default, default, out var none));
        Assert.Equal(0UL, none);
    }
}
