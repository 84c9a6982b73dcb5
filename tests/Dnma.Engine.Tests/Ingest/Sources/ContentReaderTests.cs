using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Contracts;
using Dnma.Engine.Ingest.Sources;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Sources;

public class ContentReaderTests
{
    public static TheoryData<string> Kinds => ["gzip", "zstd", "brotli"];

    private sealed record Reading(byte[] Content, ContentEnding Ending, string Compression, long Bytes, string Sha256);

    [Property(MaxTest = 150)]
    public Property Any_members_read_in_any_drips_give_the_plain_content()
    {
        var members = Gen.NonEmptyListOf(Gen.ArrayOf(Gen.Choose(0, 255).Select(i => (byte)i)).Resize(60));
        return Prop.ForAll(
            Gen.Zip(members, Gen.Zip(Gen.Elements("gzip", "zstd", "brotli", "plain"), Gen.Choose(1, 50))).ToArbitrary(),
            test =>
            {
                var (parts, (kind, drip)) = test;
                byte[] plain = [.. parts.SelectMany(part => part)];
                byte[] stored = [.. parts.SelectMany(part => CompressedBytes.By(kind, part))];
                if (kind == "plain")
                {
                    // Random bytes may look compressed.
                    stored = plain = [(byte)'x', .. plain];
                }

                var reading = ReadAsync(stored, CompressedBytes.NameBy(kind), drip).GetAwaiter().GetResult();
                Assert.Equal(plain, reading.Content);
                Assert.Equal(ContentEnding.Whole, reading.Ending);
                Assert.Equal(kind == "plain" || stored.Length == 0 ? "" : kind, reading.Compression);
                Assert.Equal((stored.Length, Sha256(stored)), (reading.Bytes, reading.Sha256));
            });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cut_anywhere_it_gives_a_prefix_and_says_so(string kind)
    {
        var first = Lines(0, 60);
        var second = Lines(60, 50);
        var firstStored = CompressedBytes.By(kind, first);
        byte[] stored = [.. firstStored, .. CompressedBytes.By(kind, second)];
        byte[] plain = [.. first, .. second];
        for (var cut = 0; cut <= stored.Length; cut++)
        {
            var reading = await ReadAsync(stored[..cut], CompressedBytes.NameBy(kind), 1000);
            Assert.True(plain.AsSpan().StartsWith(reading.Content), $"cut at {cut}");
            Assert.Equal((cut, Sha256(stored[..cut])), (reading.Bytes, reading.Sha256));
            var isWhole = cut == 0 || cut == firstStored.Length || cut == stored.Length;
            Assert.True(isWhole == reading.Ending.IsWhole, $"cut at {cut} of {stored.Length}");
            Assert.Equal(isWhole, reading.Ending.Note is null);
            if (cut >= firstStored.Length)
            {
                Assert.True(reading.Content.Length >= first.Length, $"cut at {cut}");
            }
        }
    }

    [Fact]
    public async Task A_cut_gzip_trailer_loses_no_content()
    {
        var plain = Lines(0, 60);
        var stored = CompressedBytes.Gzip(plain);
        for (var missing = 1; missing <= 8; missing++)
        {
            var reading = await ReadAsync(stored[..^missing], "x", 7);
            Assert.Equal(plain, reading.Content);
            Assert.StartsWith("truncated", reading.Ending.Note, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-6)]
    public async Task A_wrong_gzip_checksum_or_length_is_said(int at)
    {
        var plain = Lines(0, 60);
        var stored = CompressedBytes.Gzip(plain);
        stored[stored.Length + at] ^= 1;
        foreach (byte[] tail in new byte[][] { [], CompressedBytes.Gzip(Lines(60, 9)), new byte[100] })
        {
            var reading = await ReadAsync([.. stored, .. tail], "x", 4096);
            Assert.Equal(plain, reading.Content);
            Assert.False(reading.Ending.IsWhole);
            Assert.Contains("wrong checksum", reading.Ending.Note, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_flipped_bit_anywhere_never_throws_and_what_is_read_does_not_depend_on_drips(string kind)
    {
        var stored = CompressedBytes.By(kind, Lines(0, 3000));
        for (var at = 0; at < stored.Length; at += 97)
        {
            byte[] damaged = [.. stored];
            damaged[at] ^= 0x10;
            var name = CompressedBytes.NameBy(kind);
            var one = await ReadAsync(damaged, name, int.MaxValue);
            var other = await ReadAsync(damaged, name, 333);
            Assert.Equal(one.Content, other.Content);
            Assert.Equal(one.Ending, other.Ending);
            Assert.Equal(Sha256(damaged), one.Sha256);
        }
    }

    [Fact]
    public async Task Zero_padding_behind_gzip_is_nothing()
    {
        byte[] stored = [.. CompressedBytes.Gzip(Lines(0, 9)), .. new byte[700]];
        var reading = await ReadAsync(stored, "x", 100);
        Assert.Equal(Lines(0, 9), reading.Content);
        Assert.Equal(ContentEnding.Whole, reading.Ending);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("\0\0\0garbage")]
    [InlineData("x")]
    public async Task Garbage_behind_gzip_is_ignored_and_said(string garbage)
    {
        var member = CompressedBytes.Gzip(Lines(0, 9));
        byte[] stored = [.. member, .. member, .. Encoding.ASCII.GetBytes(garbage)];
        var reading = await ReadAsync(stored, "x", 100);
        Assert.Equal([.. Lines(0, 9), .. Lines(0, 9)], reading.Content);
        Assert.True(reading.Ending.IsWhole);
        Assert.Contains($"stored byte {(2 * member.Length) + garbage.TakeWhile(c => c == 0).Count()} ", reading.Ending.Note, StringComparison.Ordinal);
        Assert.Equal(Sha256(stored), reading.Sha256);
    }

    [Fact]
    public async Task Gzip_headers_with_every_optional_field_are_read()
    {
        var member = CompressedBytes.Gzip(Lines(0, 9));
        byte[] header = [.. member[..3], 0x1E, .. member[4..10], 5, 0, 1, 2, 3, 4, 5, .. "name.log\0a comment\0"u8, 0xAB, 0xCD];
        byte[] stored = [.. header, .. member[10..]];
        var reading = await ReadAsync([.. stored, .. stored], "x", 3);
        Assert.Equal([.. Lines(0, 9), .. Lines(0, 9)], reading.Content);
        Assert.Equal(ContentEnding.Whole, reading.Ending);
        for (var cut = 1; cut < header.Length; cut++)
        {
            Assert.False((await ReadAsync(stored[..cut], "x", 3)).Ending.IsWhole, $"cut at {cut}");
        }
    }

    [Fact]
    public async Task Zstd_frames_may_be_skippable()
    {
        byte[] skippable = [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 9, 9, 9];
        var reading = await ReadAsync([.. skippable, .. CompressedBytes.Zstd(Lines(0, 9)), .. skippable], "x", 5);
        Assert.Equal(Lines(0, 9), reading.Content);
        Assert.Equal(ContentEnding.Whole, reading.Ending);
    }

    [Fact]
    public async Task Garbage_behind_zstd_breaks_off_behind_the_content()
    {
        var reading = await ReadAsync([.. CompressedBytes.Zstd(Lines(0, 9)), .. "garbage, garbage"u8], "x", 5);
        Assert.Equal(Lines(0, 9), reading.Content);
        Assert.StartsWith("broke off", reading.Ending.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log.gz")]
    [InlineData("log.zst")]
    [InlineData("log.br")]
    public async Task A_name_alone_makes_nothing_compressed(string name)
    {
        var reading = await ReadAsync(Lines(0, 100), name, 100);
        Assert.Equal(("", Lines(0, 100).Length), (reading.Compression, reading.Content.Length));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 20, 0 }, "zip")]
    [InlineData(new byte[] { 0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, 0 }, "xz")]
    public async Task Archives_are_refused_by_name(byte[] stored, string kind)
    {
        var error = await Assert.ThrowsAsync<EngineException>(() => ReadAsync(stored, "in", 100));
        Assert.Equal(ErrorId.UndecidedFormat, error.Id);
        Assert.Contains(kind, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_read_names_the_input_and_the_byte()
    {
        var raw = new RawInput("disk.log", new DripStream(Lines(0, 9), 10, new IOException("gone")), leaveOpen: false);
        var error = await Assert.ThrowsAsync<EngineException>(async () => await raw.DrainAsync(default));
        Assert.Equal(ErrorId.UnreadableInput, error.Id);
        Assert.Contains($"disk.log: reading failed at byte {Lines(0, 9).Length}", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Lines(int from, int count) =>
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(from, count).Select(i => $"line {i} {i * 7919L % 1009} {i * 104729L % 4001}\n")));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task<Reading> ReadAsync(byte[] stored, string name, int drip)
    {
        using var raw = new RawInput(name, new DripStream(stored, drip), leaveOpen: false);
        using var content = await ContentOpening.OpenAsync(raw, name, default);
        var all = new MemoryStream();
        var chunk = new byte[content.ChunkBytes];
        int read;
        while ((read = await content.ReadAsync(chunk, default)) > 0)
        {
            all.Write(chunk, 0, read);
        }

        await raw.DrainAsync(default);
        return new Reading(all.ToArray(), content.Ending, content.Compression, raw.Count, raw.DigestHex());
    }
}
