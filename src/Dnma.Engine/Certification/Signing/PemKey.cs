using System.Security.Cryptography;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Certification.Signing;

/// <summary>
/// Reads keys from PEM: ECDSA on P-256, or RSA of 2048 to 16384 bits, which signs by PSS. The key alone decides the algorithm, never a text beside it.
/// </summary>
internal static class PemKey
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int LeastRsaBits = 2048;
    private const int MostRsaBits = 16384;

    /// <summary>A key and its one algorithm.</summary>
    /// <param name="pem">The text.</param>
    /// <param name="name">What messages call it: a path, never the text.</param>
    /// <param name="password">Of an encrypted key; empty for none.</param>
    public static AsymmetricAlgorithm Read(string pem, string name, ReadOnlySpan<char> password)
    {
        try
        {
            return (AsymmetricAlgorithm?)ReadEcdsa(pem, name, password) ?? ReadRsa(pem, name, password) ?? throw Unusable(name, "it is no key in PEM", "name a PEM file with one ECDSA P-256 or RSA key");
        }
        catch (CryptographicException error)
        {
            throw Unusable(name, password.IsEmpty ? "the key cannot be read" : "the key cannot be decrypted", password.IsEmpty ? "is it ECDSA P-256 or RSA, in PKCS#8?" : "check the password", error);
        }
    }

    /// <summary>Whether it holds a private key.</summary>
    public static bool IsPrivate(string pem) => pem.Contains(" PRIVATE KEY-----", StringComparison.Ordinal) || pem.Contains("-----BEGIN PRIVATE KEY-----", StringComparison.Ordinal);

    /// <summary>Whether it is of PKCS#8 and encrypted.</summary>
    public static bool IsEncrypted(string pem) => pem.Contains("-----BEGIN ENCRYPTED PRIVATE KEY-----", StringComparison.Ordinal);

    /// <summary>The name of a key in signatures: SHA-256 of its public half (SubjectPublicKeyInfo, DER), lower-case hexadecimal.</summary>
    public static string IdOf(AsymmetricAlgorithm key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    public static EngineException Unusable(string name, string problem, string remedy, Exception? inner = null) =>
        new(ErrorId.UnusableKey, name, problem, remedy, inner);

    private static ECDsa? ReadEcdsa(string pem, string name, ReadOnlySpan<char> password)
    {
        var key = ECDsa.Create();
        if (!TryImport(key, pem, password))
        {
            key.Dispose();
            return null;
        }

        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value != P256)
        {
            key.Dispose();
            throw Unusable(name, "it is an elliptic-curve key, but not on P-256", "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 makes one");
        }

        return key;
    }

    private static RSA? ReadRsa(string pem, string name, ReadOnlySpan<char> password)
    {
        var key = RSA.Create();
        if (!TryImport(key, pem, password))
        {
            key.Dispose();
            return null;
        }

        if (key.KeySize is < LeastRsaBits or > MostRsaBits)
        {
            key.Dispose();
            throw Unusable(name, $"it is an RSA key of {key.KeySize} bits", $"use one of {LeastRsaBits} bits or more");
        }

        return key;
    }

    /// <summary>Imports a key, or tells that it is one of another kind.</summary>
    private static bool TryImport(AsymmetricAlgorithm key, string pem, ReadOnlySpan<char> password)
    {
        try
        {
            if (password.IsEmpty)
            {
                key.ImportFromPem(pem);
            }
            else
            {
                key.ImportFromEncryptedPem(pem, password);
            }

            return true;
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            return IsWrongPassword(key, pem, password) ? throw new CryptographicException("the password is wrong", error) : false;
        }
    }

    /// <summary>An encrypted key does not say its kind: it must be opened to know whether the other reader will do.</summary>
    private static bool IsWrongPassword(AsymmetricAlgorithm key, string pem, ReadOnlySpan<char> password) => key is RSA && !password.IsEmpty && IsEncrypted(pem);
}
