using System.Security.Cryptography;

namespace Dnma.Engine.Tests.Certification;

/// <summary>Keys made for one test.</summary>
internal static class KeyPair
{
    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);

    /// <summary>A private key and its public half, in PEM.</summary>
    /// <param name="kind"><c>ecdsa</c> or <c>rsa</c>.</param>
    /// <param name="password">Encrypts the private one; empty for none.</param>
    public static (string Private, string Public) Make(string kind, string password = "")
    {
        using AsymmetricAlgorithm key = kind == "rsa" ? RSA.Create(2048) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (password.Length > 0 ? key.ExportEncryptedPkcs8PrivateKeyPem(password, Encryption) : key.ExportPkcs8PrivateKeyPem(), key.ExportSubjectPublicKeyInfoPem());
    }
}
