using System.Buffers.Binary;
using System.Security.Cryptography;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Turns raw ids into keyed pseudonyms: the first 96 bits of HMAC-SHA-256 over kind, scope and id (domain §8). Remembers recent ids so
/// that the hash is not computed for every hit of a visit. One for each worker; not thread safe. Raw ids stay in its memory only.
/// </summary>
internal sealed class Pseudonymizer : IDisposable
{
    private const int SlotCount = 1 << 14;
    private const int SlotBytes = 128;
    private readonly IncrementalHash _mac;
    private readonly byte[] _keys = new byte[SlotCount * SlotBytes];
    private readonly byte[] _lengths = new byte[SlotCount];
    private readonly Pseudonym[] _values = new Pseudonym[SlotCount];
    private byte[] _message = new byte[512];

    public Pseudonymizer(ReadOnlySpan<byte> secret) => _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);

    /// <summary>The pseudonym of a person id in a scope.</summary>
    /// <param name="scopeKind">What the scope is (project or site), so that equal texts of two kinds differ.</param>
    /// <param name="scope">The scope's label.</param>
    /// <param name="id">The raw id; empty gives none.</param>
    public Pseudonym Person(byte scopeKind, ReadOnlySpan<byte> scope, ReadOnlySpan<byte> id) => Of(scopeKind, scope, id);

    /// <summary>The pseudonym of a browser id, which no scope limits: a random cookie is the same browser in every project.</summary>
    public Pseudonym Client(ReadOnlySpan<byte> id) => Of((byte)'c', default, id);

    /// <inheritdoc />
    public void Dispose() => _mac.Dispose();

    private Pseudonym Of(byte kind, ReadOnlySpan<byte> scope, ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
        {
            return default;
        }

        // The scope's length goes first: no two (scope, id) pairs share a message.
        var length = 5 + scope.Length + id.Length;
        if (_message.Length < length)
        {
            _message = new byte[length * 2];
        }

        var message = _message.AsSpan(0, length);
        message[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(message[1..], scope.Length);
        scope.CopyTo(message[5..]);
        id.CopyTo(message[(5 + scope.Length)..]);
        if (length > SlotBytes)
        {
            return Compute(message);
        }

        var slot = (int)(System.IO.Hashing.XxHash3.HashToUInt64(message) & (SlotCount - 1));
        var key = _keys.AsSpan(slot * SlotBytes, SlotBytes);
        if (_lengths[slot] == length && key[..length].SequenceEqual(message))
        {
            return _values[slot];
        }

        var value = Compute(message);
        message.CopyTo(key);
        _lengths[slot] = (byte)length;
        _values[slot] = value;
        return value;
    }

    private Pseudonym Compute(ReadOnlySpan<byte> message)
    {
        // One keyed state for all: setting one up costs more than hashing an id.
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _mac.AppendData(message);
        _mac.GetHashAndReset(mac);
        return new Pseudonym(BinaryPrimitives.ReadUInt64LittleEndian(mac), BinaryPrimitives.ReadUInt32LittleEndian(mac[8..]));
    }
}
