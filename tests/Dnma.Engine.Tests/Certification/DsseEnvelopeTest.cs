using System.Text;
using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Tests.Certification;

/// <summary>Envelopes that somebody has been at.</summary>
public class DsseEnvelopeTest
{
    private const string Type = "application/vnd.in-toto+json";

    [Theory]
    [InlineData("""{"payload":"e30=","payloadType":"text/plain","signatures":[{"keyid":"","sig":"AA=="}]}""", "in-toto")]
    [InlineData("""{"payload":"e30=","payloadType":"TYPE","signatures":[]}""", "0 signatures")]
    [InlineData("""{"payload":"e30","payloadType":"TYPE","signatures":[{"keyid":"","sig":"AA=="}]}""", "no base64")]
    [InlineData("""{"payload":"e31=","payloadType":"TYPE","signatures":[{"keyid":"","sig":"AA=="}]}""", "no base64")]
    [InlineData("""{"payload":"e30=","payloadType":"TYPE","signatures":[{"keyid":"","sig":"A A=="}]}""", "no base64")]
    [InlineData("""{"alg":"none","payload":"e30=","payloadType":"TYPE","signatures":[{"keyid":"","sig":"AA=="}]}""", "none of")]
    [InlineData("""{"payload":"e30=","payloadType":"TYPE","signatures":[{"alg":"HS256","keyid":"","sig":"AA=="}]}""", "none of")]
    [InlineData("""{"payload":"e30=","payloadType":"TYPE","signatures":[{"sig":"AA=="}]}""", "keyid")]
    [InlineData("""{"payload":"e30=","payload":"e30=","payloadType":"TYPE","signatures":[{"keyid":"","sig":"AA=="}]}""", "twice")]
    [InlineData("""[]""", "no object")]
    public void What_is_no_envelope_is_refused(string json, string said)
    {
        var error = Assert.Throws<EngineException>(() => DsseEnvelope.Parse(Encoding.UTF8.GetBytes(json.Replace("TYPE", Type, StringComparison.Ordinal))));
        Assert.Equal(ErrorId.DamagedCertificate, error.Id);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_signatures_are_not_even_tried()
    {
        var signatures = string.Join(',', Enumerable.Repeat("""{"keyid":"","sig":"AA=="}""", 100_000));
        var error = Assert.Throws<EngineException>(() => DsseEnvelope.Parse(Encoding.UTF8.GetBytes($$"""{"payload":"e30=","payloadType":"{{Type}}","signatures":[{{signatures}}]}""")));
        Assert.Contains("100000 signatures", error.Message, StringComparison.Ordinal);
    }

    /// <summary>A signature that is cut, grown, of another payload or of another key is none; nor does it end in an error.</summary>
    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    public void A_signature_that_was_touched_is_none(string kind)
    {
        var (secret, open) = KeyPair.Make(kind);
        using var key = SigningKey.FromPem(secret);
        using var trusted = VerificationKey.FromPem(open);
        var payload = "{}"u8.ToArray();
        var signature = DsseEnvelope.Sign(payload, key).Signatures[0].Bytes;
        Assert.True(Envelope(payload, signature).IsSignedBy(trusted));
        Assert.False(Envelope("[]"u8.ToArray(), signature).IsSignedBy(trusted));
        foreach (var length in new[] { 0, 1, signature.Length / 2, signature.Length - 1 })
        {
            Assert.False(Envelope(payload, signature[..length]).IsSignedBy(trusted));
        }

        Assert.False(Envelope(payload, [.. signature, 0]).IsSignedBy(trusted));
        for (var index = 0; index < signature.Length; index++)
        {
            var touched = (byte[])signature.Clone();
            touched[index] ^= 1;
            Assert.False(Envelope(payload, touched).IsSignedBy(trusted), $"byte {index}");
        }
    }

    private static DsseEnvelope Envelope(byte[] payload, byte[] signature) => DsseEnvelope.Parse(Encoding.UTF8.GetBytes(
        $$"""{"payload":"{{Convert.ToBase64String(payload)}}","payloadType":"{{Type}}","signatures":[{"keyid":"","sig":"{{Convert.ToBase64String(signature)}}"}]}"""));
}
