using System.Security.Cryptography;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Certification.Signing;

/// <summary>The public key that a signature is checked against: of the kinds that <see cref="SigningKey"/> has. Thread safe; dispose it after use.</summary>
public sealed class VerificationKey : IDisposable
{
    private readonly AsymmetricAlgorithm _key;

    private VerificationKey(AsymmetricAlgorithm key)
    {
        _key = key;
        KeyId = PemKey.IdOf(key);
    }

    /// <summary>SHA-256 of the key (SubjectPublicKeyInfo, DER), lower-case hexadecimal.</summary>
    public string KeyId { get; }

    /// <summary>Reads a key from a PEM file.</summary>
    /// <param name="path">A <c>PUBLIC KEY</c>.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read. <see cref="ErrorId.UnusableKey"/>: it holds no public key of these kinds.
    /// </exception>
    public static VerificationKey FromFile(string path) => FromPem(PemFile.Read(path), path);

    /// <summary>Reads a key from the text of a PEM file.</summary>
    /// <param name="pem">As above.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.UnusableKey"/>.</exception>
    public static VerificationKey FromPem(string pem, string name = "public key") =>
        PemKey.IsPrivate(pem)
            ? throw PemKey.Unusable(name, "it holds a private key", "give the public one alone, and keep this one secret: openssl pkey -in key.pem -pubout")
            : new VerificationKey(PemKey.Read(pem, name, []));

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    /// <summary>Whether a signature of some bytes was made by the private half of this key.</summary>
    internal bool Accepts(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            lock (_key)
            {
                return _key is ECDsa ecdsa
                    ? ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
                    : ((RSA)_key).VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
            }
        }
        catch (CryptographicException)
        {
            // What cannot be a signature at all: some platforms say so in this way.
            return false;
        }
    }
}
