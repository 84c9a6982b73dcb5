using System.Security.Cryptography;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Certification.Signing;

/// <summary>
/// A private key that certificates are signed with: ECDSA on P-256 with SHA-256, or RSA (2048 bits or more) with PSS and SHA-256. Thread safe; dispose it
/// when the last certificate is signed.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;

    private SigningKey(AsymmetricAlgorithm key)
    {
        _key = key;
        KeyId = PemKey.IdOf(key);
    }

    /// <summary>SHA-256 of the public half (SubjectPublicKeyInfo, DER), lower-case hexadecimal.</summary>
    public string KeyId { get; }

    /// <summary>Reads a key from a PEM file.</summary>
    /// <param name="path">PKCS#8, encrypted or not; also <c>EC PRIVATE KEY</c> and <c>RSA PRIVATE KEY</c>.</param>
    /// <param name="passwordPath">A file whose text, without its final newline, is the password of an encrypted key; null for none.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: a file cannot be read. <see cref="ErrorId.UnusableKey"/>: it holds no private key of these kinds, or the
    /// password is missing or wrong.
    /// </exception>
    public static SigningKey FromFile(string path, string? passwordPath = null) =>
        FromPem(PemFile.Read(path), passwordPath is null ? "" : PasswordOf(PemFile.Read(passwordPath)), path);

    /// <summary>Reads a key from the text of a PEM file.</summary>
    /// <param name="pem">As above.</param>
    /// <param name="password">Of an encrypted key.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnusableKey"/>.</exception>
    public static SigningKey FromPem(string pem, string password = "", string name = "signing key")
    {
        if (!PemKey.IsPrivate(pem))
        {
            throw PemKey.Unusable(name, "it holds no private key", "name the PEM file of the private key");
        }

        if (PemKey.IsEncrypted(pem) != password.Length > 0)
        {
            throw password.Length > 0
                ? PemKey.Unusable(name, "the key is not encrypted in PKCS#8", "leave the password out, or encrypt the key: openssl pkcs8 -topk8")
                : PemKey.Unusable(name, "the key is encrypted", "give its password as well");
        }

        return new SigningKey(PemKey.Read(pem, name, password));
    }

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    /// <summary>Signs bytes.</summary>
    internal byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_key)
        {
            return _key is ECDsa ecdsa
                ? ecdsa.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
                : ((RSA)_key).SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        }
    }

    private static string PasswordOf(string text) => text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
}
