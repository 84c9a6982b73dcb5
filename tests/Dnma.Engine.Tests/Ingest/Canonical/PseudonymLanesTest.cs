using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Hits;
using Dnma.Engine.Ingest.Canonical;
using FsCheck.Xunit;

namespace Dnma.Engine.Tests.Ingest.Canonical;

/// <summary>Eight keyed hashes at once are those that the library computes one by one.</summary>
public class PseudonymLanesTest
{
    [Property(MaxTest = 300)]
    public void Lanes_compute_hmac_sha_256(byte[] secret, byte[] bytes, byte seed)
    {
        // Keys beyond a block of 64 bytes are hashed first; messages fill as many blocks as all lanes have, up to the last byte of them.
        var key = Enumerable.Repeat(secret, seed % 40).SelectMany(part => part).Append(seed).ToArray();
        var lanes = new PseudonymLanes(key, messageBlocks: (seed % 3) + 1);
        for (var round = 0; round < 2; round++)
        {
            var messages = Enumerable.Range(0, (seed % Sha256Lanes.Count) + 1).Select(lane => Message(lanes, bytes, (lane * 17) + seed + round)).ToArray();
            Array.ForEach(messages, message => message.CopyTo(lanes.Next(message.Length)));
            Assert.Equal(messages.Length, lanes.Count);
            var pseudonyms = new Pseudonym[Sha256Lanes.Count];
            lanes.Take(pseudonyms);
            Assert.Equal(0, lanes.Count);
            Assert.Equal(messages.Select(message => Expected(key, message)), pseudonyms.Take(messages.Length));
        }
    }

    /// <summary>A block of 64 bytes ends with a mark of one byte and a length of eight (FIPS 180-4).</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 54)]
    [InlineData(1, 55)]
    [InlineData(2, 56)]
    [InlineData(2, 118)]
    [InlineData(2, 119)]
    public void A_message_may_fill_its_blocks(int blocks, int length)
    {
        var message = Enumerable.Range(1, length).Select(i => (byte)i).ToArray();
        var lanes = new PseudonymLanes("secret"u8, blocks);
        Assert.InRange(length, lanes.FewestBytes, lanes.MostBytes);
        message.CopyTo(lanes.Next(length));
        var pseudonyms = new Pseudonym[Sha256Lanes.Count];
        lanes.Take(pseudonyms);
        Assert.Equal(Expected("secret"u8.ToArray(), message), pseudonyms[0]);
    }

    /// <summary>A column is the same, whether its new ids wait for one another or not: ids that come again while they wait, long ones, and none.</summary>
    [Property(MaxTest = 100)]
    public void A_column_is_the_same_one_by_one(byte[] ids, bool isCompletedOften)
    {
        using var pseudonymizer = new Pseudonymizer("secret"u8);
        var labels = new LabelDictionary();
        var scopes = new[] { labels.CodeOf("a"u8), labels.CodeOf(Encoding.ASCII.GetBytes(new string('b', 45))) };
        var expected = ids.Select((id, row) => pseudonymizer.Of(Pseudonymizer.Project, labels.Utf8(scopes[row % 2]), Id(id))).ToArray();
        foreach (PseudonymLanes[] lanes in new PseudonymLanes[][] { [], [new("secret"u8, 1)], [new("secret"u8, 1), new("secret"u8, 2)] })
        {
            var column = Enumerable.Repeat(new Pseudonym(1, 1), ids.Length).ToArray();
            var pseudonyms = new PseudonymColumn(new PseudonymCache(seed: 1, pairCount: 4), pseudonymizer, lanes);
            for (var row = 0; row < ids.Length; row++)
            {
                pseudonyms.Set(column, row, Pseudonymizer.Project, scopes[row % 2], labels, Id(ids[row]));
                if (isCompletedOften && row % 3 == 0)
                {
                    pseudonyms.Complete();
                }
            }

            pseudonyms.Complete();
            Assert.Equal(expected, column);
        }
    }

    private static byte[] Id(byte id) => id % 16 == 0 ? [] : Encoding.ASCII.GetBytes(new string('x', id % 140) + (id % 16));

    private static byte[] Message(PseudonymLanes lanes, byte[] bytes, int salt) =>
        [.. Enumerable.Repeat(bytes.Append((byte)(salt % 256)), lanes.MostBytes).SelectMany(part => part).Take(lanes.FewestBytes + (salt % (lanes.MostBytes - lanes.FewestBytes + 1)))];

    private static Pseudonym Expected(byte[] key, byte[] message)
    {
        var mac = HMACSHA256.HashData(key, message);
        return new Pseudonym(BinaryPrimitives.ReadUInt64LittleEndian(mac), BinaryPrimitives.ReadUInt32LittleEndian(mac.AsSpan(8)));
    }
}
