using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Pseudonyms of eight short messages at once: HMAC-SHA-256 bit for bit, as <see cref="Pseudonymizer"/> computes it one by one. The library's way costs more to
/// be called than to hash an id. One for each worker; not thread safe.
/// </summary>
internal sealed class PseudonymLanes
{
    private const int BlockBytes = 64;
    private const int MacBytes = 32;

    // The key's own blocks, which all messages have in front, are taken in once.
    private readonly Vector256<uint>[] _inner;
    private readonly Vector256<uint>[] _outer;
    private readonly int _messageBlocks;
    private readonly byte[] _blocks;

    /// <param name="secret">The key.</param>
    /// <param name="messageBlocks">How many blocks every message fills; all lanes go the same way.</param>
    public PseudonymLanes(ReadOnlySpan<byte> secret, int messageBlocks)
    {
        _messageBlocks = messageBlocks;
        _blocks = new byte[Sha256Lanes.Count * messageBlocks * BlockBytes];
        Span<byte> key = stackalloc byte[BlockBytes];
        key.Clear();
        if (secret.Length > BlockBytes)
        {
            SHA256.HashData(secret, key);
        }
        else
        {
            secret.CopyTo(key);
        }

        (_inner, _outer) = (StateOf(key, 0x36), StateOf(key, 0x5c));
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>The longest message: with its end mark and its length it fills its blocks.</summary>
    public int MostBytes => (_messageBlocks * BlockBytes) - 1 - sizeof(long);

    /// <summary>The shortest one: with a byte less it would fill a block less.</summary>
    public int FewestBytes => _messageBlocks == 1 ? 0 : MostBytes - BlockBytes + 1;

    /// <summary>How many messages are waiting.</summary>
    public int Count { get; private set; }

    /// <summary>A message to be written; <see cref="Sha256Lanes.Count"/> at most may wait.</summary>
    /// <param name="bytes">Its length, from <see cref="FewestBytes"/> to <see cref="MostBytes"/>.</param>
    public Span<byte> Next(int bytes)
    {
        var room = _messageBlocks * BlockBytes;
        var message = _blocks.AsSpan(Count++ * room, room);
        message[bytes..].Clear();
        message[bytes] = 0x80;
        BinaryPrimitives.WriteInt32BigEndian(message[^sizeof(int)..], (BlockBytes + bytes) * 8);
        return message[..bytes];
    }

    /// <summary>The pseudonyms of the messages that wait, in their order; then none waits.</summary>
    public void Take(Span<Pseudonym> pseudonyms)
    {
        Span<Vector256<uint>> state = stackalloc Vector256<uint>[Sha256Lanes.StateWords];
        Span<Vector256<uint>> block = stackalloc Vector256<uint>[Sha256Lanes.BlockWords];
        _inner.CopyTo(state);
        for (var part = 0; part < _messageBlocks; part++)
        {
            Transpose(_blocks.AsSpan(part * BlockBytes), _messageBlocks * BlockBytes, block);
            Sha256Lanes.Compress(state, block);
        }

        block.Clear();
        state.CopyTo(block);
        block[Sha256Lanes.StateWords] = Vector256.Create(0x80000000u);
        block[^1] = Vector256.Create((uint)((BlockBytes + MacBytes) * 8));
        _outer.CopyTo(state);
        Sha256Lanes.Compress(state, block);
        for (var lane = 0; lane < Count; lane++)
        {
            var low = BinaryPrimitives.ReverseEndianness(state[0][lane]) | ((ulong)BinaryPrimitives.ReverseEndianness(state[1][lane]) << 32);
            pseudonyms[lane] = new Pseudonym(low, BinaryPrimitives.ReverseEndianness(state[2][lane]));
        }

        // The ids that were in them are not kept.
        _blocks.AsSpan().Clear();
        Count = 0;
    }

    private static Vector256<uint>[] StateOf(ReadOnlySpan<byte> key, byte pad)
    {
        Span<byte> blocks = stackalloc byte[Sha256Lanes.Count * BlockBytes];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = (byte)(key[i % BlockBytes] ^ pad);
        }

        Span<Vector256<uint>> block = stackalloc Vector256<uint>[Sha256Lanes.BlockWords];
        Transpose(blocks, BlockBytes, block);
        var state = new Vector256<uint>[Sha256Lanes.StateWords];
        Sha256Lanes.Begin(state);
        Sha256Lanes.Compress(state, block);
        return state;
    }

    /// <summary>Words of eight blocks, each <paramref name="stride"/> bytes behind the one before, become lanes.</summary>
    private static void Transpose(ReadOnlySpan<byte> blocks, int stride, Span<Vector256<uint>> words)
    {
        for (var word = 0; word < words.Length; word++)
        {
            var at = blocks[(word * sizeof(uint))..];
            words[word] = Vector256.Create(
                BinaryPrimitives.ReadUInt32BigEndian(at),
                BinaryPrimitives.ReadUInt32BigEndian(at[stride..]),
                BinaryPrimitives.ReadUInt32BigEndian(at[(2 * stride)..]),
                BinaryPrimitives.ReadUInt32BigEndian(at[(3 * stride)..]),
                BinaryPrimitives.ReadUInt32BigEndian(at[(4 * stride)..]),
                BinaryPrimitives.ReadUInt32BigEndian(at[(5 * stride)..]),
                BinaryPrimitives.ReadUInt32BigEndian(at[(6 * stride)..]),
                BinaryPrimitives.ReadUInt32BigEndian(at[(7 * stride)..]));
        }
    }
}
