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
        Assert.True(_pseudonymizer.Of((byte)'p', "ent"u8, default).IsNone);
        Assert.True(_pseudonymizer.Of(Pseudonymizer.Browser, default, default).IsNone);
    }

    [Fact]
    public void Kind_scope_id_and_secret_keep_people_apart()
    {
        Pseudonym[] all =
        [
            _pseudonymizer.Of((byte)'p', "ab"u8, "c"u8), _pseudonymizer.Of((byte)'p', "a"u8, "bc"u8), _pseudonymizer.Of((byte)'p', default, "abc"u8),
            _pseudonymizer.Of((byte)'s', "ab"u8, "c"u8), _pseudonymizer.Of(Pseudonymizer.Browser, default, "abc"u8), _pseudonymizer.Of((byte)'c', "ab"u8, "c"u8),
            new Pseudonymizer("Secret"u8).Of((byte)'p', "ab"u8, "c"u8),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
    }

    [Fact]
    public void The_pseudonym_is_the_first_96_bits_of_the_keyed_hash()
    {
        // Kind, the scope's length in four bytes, scope, id.
        var mac = System.Security.Cryptography.HMACSHA256.HashData("secret"u8, [.. "p"u8, 3, 0, 0, 0, .. "ent"u8, .. "42"u8]);
        Assert.Equal(new Pseudonym(BitConverter.ToUInt64(mac, 0), BitConverter.ToUInt32(mac, 8)), _pseudonymizer.Of((byte)'p', "ent"u8, "42"u8));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)] // on either side of where the table's hash changes its way
    [InlineData(240)]
    [InlineData(241)]
    [InlineData(600)] // longer than the message buffer at first
    public void Ids_of_any_length_differ_in_their_last_byte(int length)
    {
        var cache = new PseudonymCache(seed: 1);
        var id = Encoding.ASCII.GetBytes(new string('7', length));
        var first = Of(cache, _pseudonymizer, Pseudonymizer.Browser, 0, null, id);
        Assert.Equal(_pseudonymizer.Of(Pseudonymizer.Browser, default, id), first);
        id[^1] = (byte)'8';
        Assert.NotEqual(first, Of(cache, _pseudonymizer, Pseudonymizer.Browser, 0, null, id));
        id[^1] = (byte)'7';
        Assert.Equal(first, Of(cache, _pseudonymizer, Pseudonymizer.Browser, 0, null, id));
    }

    [Fact]
    public void Remembered_ids_keep_apart_by_kind_and_scope()
    {
        var projects = new LabelDictionary();
        var (a, b) = (projects.CodeOf("a"u8), projects.CodeOf("b"u8));
        var cache = new PseudonymCache(seed: 1);
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(_pseudonymizer.Of(Pseudonymizer.Project, "a"u8, "42"u8), Of(cache, _pseudonymizer, Pseudonymizer.Project, a, projects, "42"u8));
            Assert.Equal(_pseudonymizer.Of(Pseudonymizer.Project, "b"u8, "42"u8), Of(cache, _pseudonymizer, Pseudonymizer.Project, b, projects, "42"u8));
            Assert.Equal(_pseudonymizer.Of(Pseudonymizer.Site, "a"u8, "42"u8), Of(cache, _pseudonymizer, Pseudonymizer.Site, a, projects, "42"u8));
            Assert.True(Of(cache, _pseudonymizer, Pseudonymizer.Site, a, projects, default).IsNone);
        }
    }

    /// <summary>Four slots for fifty tuples, the tuple of nothing among them, which an empty slot looks like.</summary>
    [Fact]
    public void Remembered_tuples_of_codes_push_each_other_out_and_stay_right()
    {
        var cache = new CodeTupleCache<Place, int>(4);
        for (var i = 0; i < 100; i++)
        {
            var codes = new Place(i % 50, i % 3, 0);
            ref var value = ref cache.At(codes, (uint)(i % 50), out var isKnown);
            Assert.False(isKnown);
            value = 1000 + i;
            Assert.Equal(1000 + i, cache.At(codes, (uint)(i % 50), out isKnown));
            Assert.True(isKnown);
        }
    }

    [Fact]
    public void More_ids_than_are_remembered_keep_their_pseudonyms()
    {
        var ids = Enumerable.Range(0, 7_000).Select(i => Encoding.ASCII.GetBytes($"user{i}")).ToArray();
        var cache = new PseudonymCache(seed: 1, pairCount: 1 << 9);
        var first = Array.ConvertAll(ids, id => Of(cache, _pseudonymizer, Pseudonymizer.Browser, 0, null, id));
        Assert.Equal(ids.Length, first.Distinct().Count());
        Assert.Equal(first, Array.ConvertAll(ids, id => Of(cache, _pseudonymizer, Pseudonymizer.Browser, 0, null, id)));
    }

    /// <summary>Eight entries for five hundred ids: hardly an entry is read that is not being written.</summary>
    [Fact]
    public void Workers_that_share_a_table_find_what_they_would_alone()
    {
        var cache = new PseudonymCache(seed: 1, pairCount: 4);
        var ids = Enumerable.Range(0, 500).Select(i => Encoding.ASCII.GetBytes($"user{i}")).ToArray();
        var expected = Array.ConvertAll(ids, id => _pseudonymizer.Of(Pseudonymizer.Browser, default, id));
        var wrong = 0;
        Parallel.For(0, 4, worker =>
        {
            using var own = new Pseudonymizer("secret"u8);
            for (var i = 0; i < 100_000; i++)
            {
                var at = (i * (worker + 1) / 3) % 12 + (i / 5_000 * 10);
                if (Of(cache, own, Pseudonymizer.Browser, 0, null, ids[at]) != expected[at])
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        });
        Assert.Equal(0, wrong);
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

    /// <summary>What a column gets for one id alone.</summary>
    private static Pseudonym Of(PseudonymCache cache, Pseudonymizer pseudonymizer, byte scopeKind, int scope, LabelDictionary? labels, ReadOnlySpan<byte> id)
    {
        var column = new Pseudonym[1];
        var pseudonyms = new PseudonymColumn(cache, pseudonymizer, pseudonymizer.Lanes);
        pseudonyms.Set(column, 0, scopeKind, scope, labels, id);
        pseudonyms.Complete();
        return column[0];
    }
}
