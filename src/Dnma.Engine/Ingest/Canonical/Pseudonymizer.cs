using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using Dnma.Engine.Hits;

namespace Dnma.Engine.Ingest.Canonical;

/// <summary>
/// Turns raw ids into keyed pseudonyms: the first 96 bits of HMAC-SHA-256 over kind, scope and id (domain §8). One for each worker;
/// not thread safe.
/// </summary>
internal sealed class Pseudonymizer : IDisposable
{
    /// <summary>The kind of a scope that is a project: of persons.</summary>
    public const byte Project = (byte)'p';

    /// <summary>The kind of a scope that is a collectivity or a site: of persons whose hit names no project.</summary>
    public const byte Site = (byte)'s';

    /// <summary>The kind of no scope at all: a browser's random cookie is the same in every project.</summary>
    public const byte Browser = (byte)'c';

    /// <summary>The kind of no scope at all: of persons whose pseudonym is stored and becomes a scoped one when it is read.</summary>
    public const byte Stored = (byte)'h';

    private readonly IncrementalHash _mac;
    private byte[] _message = new byte[512];

    public Pseudonymizer(ReadOnlySpan<byte> secret)
    {
        _mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        Lanes = Vector256.IsHardwareAccelerated ? [new PseudonymLanes(secret, 1), new PseudonymLanes(secret, 2)] : [];
    }

    /// <summary>Compute the same for eight ids at once, the shorter messages first; none where the processor has no vectors for it.</summary>
    public PseudonymLanes[] Lanes { get; }

    /// <inheritdoc />
    public void Dispose() => _mac.Dispose();

    /// <summary>The pseudonym of an id in a scope.</summary>
    /// <param name="scopeKind">One of the constants of this type, so that equal texts of two kinds differ.</param>
    /// <param name="scope">The scope's label.</param>
    /// <param name="id">The raw id; empty gives none.</param>
    public Pseudonym Of(byte scopeKind, ReadOnlySpan<byte> scope, ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
        {
            return default;
        }

        var length = LengthOf(scope, id);
        if (_message.Length < length)
        {
            _message = new byte[length * 2];
        }

        var message = _message.AsSpan(0, length);
        Write(message, scopeKind, scope, id);
        return Compute(message);
    }

    /// <summary>How long the message of an id in a scope is.</summary>
    public static int LengthOf(ReadOnlySpan<byte> scope, ReadOnlySpan<byte> id) => 1 + sizeof(int) + scope.Length + id.Length;

    /// <summary>Writes the message whose keyed hash is the pseudonym.</summary>
    public static void Write(Span<byte> message, byte scopeKind, ReadOnlySpan<byte> scope, ReadOnlySpan<byte> id)
    {
        // The scope's length goes first: no two (scope, id) pairs share a message.
        message[0] = scopeKind;
        BinaryPrimitives.WriteInt32LittleEndian(message[1..], scope.Length);
        scope.CopyTo(message[5..]);
        id.CopyTo(message[(5 + scope.Length)..]);
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
