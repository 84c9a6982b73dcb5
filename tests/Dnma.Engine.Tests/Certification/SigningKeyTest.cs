using System.Security.Cryptography;
using System.Text;
using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Tests.Certification;

/// <summary>Which keys certificates are signed with and checked against, and that no other passes for one.</summary>
public class SigningKeyTest
{
    private static readonly byte[] Payload = Encoding.UTF8.GetBytes("""{"a":1}""");

    public static TheoryData<string> Kinds() => ["ecdsa", "rsa"];

    /// <summary>The bytes that must be signed, by hand from the DSSE specification; the signature is checked by the platform alone.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_signature_is_that_of_the_dsse_specification(string kind)
    {
        var (secret, open) = KeyPair.Make(kind);
        using var key = SigningKey.FromPem(secret);
        var envelope = DsseEnvelope.Parse(DsseEnvelope.Sign(Payload, key).ToUtf8());
        var signed = Encoding.UTF8.GetBytes("""DSSEv1 28 application/vnd.in-toto+json 7 {"a":1}""");
        var signature = Assert.Single(envelope.Signatures);
        if (kind == "rsa")
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(open);
            Assert.True(rsa.VerifyData(signed, signature.Bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(rsa.ExportSubjectPublicKeyInfo())), signature.KeyId);
        }
        else
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportFromPem(open);
            Assert.True(ecdsa.VerifyData(signed, signature.Bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(ecdsa.ExportSubjectPublicKeyInfo())), signature.KeyId);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Only_the_public_half_accepts_a_signature(string kind)
    {
        var (secret, open) = KeyPair.Make(kind, "mot de passe");
        using var key = SigningKey.FromPem(secret, "mot de passe");
        using var own = VerificationKey.FromPem(open);
        var envelope = DsseEnvelope.Sign(Payload, key);
        Assert.True(envelope.IsSignedBy(own));
        Assert.Equal(key.KeyId, own.KeyId);
        foreach (var other in Kinds().Select(row => row.Data))
        {
            using var stranger = VerificationKey.FromPem(KeyPair.Make(other).Public);
            Assert.False(envelope.IsSignedBy(stranger));
        }
    }

    [Fact]
    public void A_key_of_another_form_of_pem_is_read()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        foreach (var pem in new[] { ecdsa.ExportECPrivateKeyPem(), rsa.ExportRSAPrivateKeyPem() })
        {
            using var key = SigningKey.FromPem(pem);
            Assert.Equal(64, key.KeyId.Length);
        }
    }

    [Fact]
    public void A_private_key_that_cannot_be_used_says_why()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var secp256k1 = ECDsa.Create(ECCurve.CreateFromFriendlyName("secP256k1"));
        using var small = RSA.Create(1024);
        AssertUnusable("no private key", () => SigningKey.FromPem(KeyPair.Make("ecdsa").Public));
        AssertUnusable("no private key", () => SigningKey.FromPem("hello"));
        AssertUnusable("cannot be read", () => SigningKey.FromPem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"), "it is no key");
        AssertUnusable("not on P-256", () => SigningKey.FromPem(p384.ExportPkcs8PrivateKeyPem()));
        AssertUnusable("not on P-256", () => SigningKey.FromPem(secp256k1.ExportPkcs8PrivateKeyPem()));
        AssertUnusable("1024 bits", () => SigningKey.FromPem(small.ExportPkcs8PrivateKeyPem()));
        AssertUnusable("is encrypted", () => SigningKey.FromPem(KeyPair.Make("rsa", "a").Private));
        AssertUnusable("not encrypted", () => SigningKey.FromPem(KeyPair.Make("rsa").Private, "a"));
        AssertUnusable("cannot be decrypted", () => SigningKey.FromPem(KeyPair.Make("rsa", "a").Private, "b"));
        AssertUnusable("cannot be decrypted", () => SigningKey.FromPem(KeyPair.Make("ecdsa", "a").Private, "b"));
    }

    [Fact]
    public void A_private_key_is_not_taken_for_a_public_one()
    {
        AssertUnusable("holds a private key", () => VerificationKey.FromPem(KeyPair.Make("ecdsa").Private));
        AssertUnusable("no key", () => VerificationKey.FromPem(""), "no key");
    }

    [Fact]
    public void Keys_are_read_from_files_and_missing_ones_are_named()
    {
        var folder = Directory.CreateTempSubdirectory("dnma-keys-");
        try
        {
            var (secret, open) = KeyPair.Make("ecdsa", "a b");
            string Write(string name, string text)
            {
                var path = Path.Combine(folder.FullName, name);
                File.WriteAllText(path, text);
                return path;
            }

            using var key = SigningKey.FromFile(Write("key.pem", secret), Write("password", "a b\n"));
            using var own = VerificationKey.FromFile(Write("key.pub.pem", open));
            Assert.Equal(own.KeyId, key.KeyId);
            var missing = Assert.Throws<EngineException>(() => SigningKey.FromFile(Path.Combine(folder.FullName, "none.pem")));
            Assert.Equal(ErrorId.UnreadableInput, missing.Id);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertUnusable(string said, Func<IDisposable> make, string? orSaid = null)
    {
        var error = Assert.Throws<EngineException>(() => make().Dispose());
        Assert.Equal(ErrorId.UnusableKey, error.Id);
        Assert.True(
            error.Message.Contains(said, StringComparison.Ordinal) || (orSaid is not null && error.Message.Contains(orSaid, StringComparison.Ordinal)), error.Message);
    }
}
