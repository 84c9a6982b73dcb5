using System.Security.Cryptography;

namespace Dnma.Engine;

/// <summary>What tells two secrets apart without showing either: half of an HMAC-SHA-256 of a constant that no pseudonym is made of.</summary>
internal static class SecretFingerprint
{
    /// <summary>The fingerprint, in lower-case hexadecimal.</summary>
    public static string Of(ReadOnlySpan<byte> secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, "dnma-engine: which secret"u8).AsSpan(0, HMACSHA256.HashSizeInBytes / 2));
}
