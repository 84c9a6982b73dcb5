using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Certification.Signing;

/// <summary>
/// A signed certificate: a DSSE envelope (v1) around the bytes of <c>certificate.json</c>. It names no algorithm: the key that it is checked against has
/// one. Immutable, thread safe.
/// </summary>
internal sealed class DsseEnvelope
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "certificate.dsse.json";

    /// <summary>What in-toto calls its statements.</summary>
    public const string PayloadType = "application/vnd.in-toto+json";

    private DsseEnvelope(byte[] payload, IReadOnlyList<DsseSignature> signatures) => (Payload, Signatures) = (payload, signatures);

    /// <summary>What is signed.</summary>
    public byte[] Payload { get; }

    /// <summary>By whom.</summary>
    public IReadOnlyList<DsseSignature> Signatures { get; }

    /// <summary>Signs a statement.</summary>
    public static DsseEnvelope Sign(byte[] payload, SigningKey key) =>
        new(payload, [new DsseSignature(key.KeyId, key.Sign(Encode(payload)))]);

    /// <summary>Reads an envelope. Nothing of it is believed before <see cref="IsSignedBy"/>.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.DamagedCertificate"/>.</exception>
    public static DsseEnvelope Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonFields.Read(new JsonFields(CanonicalJson.Read(utf8), "envelope"), Read);
        }
        catch (FormatException error)
        {
            throw new EngineException(ErrorId.DamagedCertificate, FileName, error.Message, "get the file again from whoever published it", error);
        }
    }

    /// <summary>Whether one of the signatures is that of a key.</summary>
    public bool IsSignedBy(VerificationKey key)
    {
        var signed = Encode(Payload);
        return Signatures.Any(signature => key.Accepts(signed, signature.Bytes));
    }

    /// <summary>The bytes of the file: canonical JSON.</summary>
    public byte[] ToUtf8() => CanonicalJson.Write(new JsonObject
    {
        ["payloadType"] = PayloadType,
        ["payload"] = Convert.ToBase64String(Payload),
        ["signatures"] = new JsonArray([.. Signatures.Select(signature => new JsonObject
        {
            ["keyid"] = signature.KeyId,
            ["sig"] = Convert.ToBase64String(signature.Bytes),
        })]),
    });

    private static DsseEnvelope Read(JsonFields fields)
    {
        if (fields.Text("payloadType") != PayloadType)
        {
            throw new FormatException("it is no envelope of an in-toto statement");
        }

        var signatures = fields.Items("signatures", signature => new DsseSignature(signature.Text("keyid"), Base64(signature, "sig")));
        return signatures.Count == 1
            ? new DsseEnvelope(Base64(fields, "payload"), signatures)
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"it has {signatures.Count} signatures, not one"));
    }

    private static byte[] Base64(JsonFields fields, string name)
    {
        // Written back, so that there is one text for each value.
        var text = fields.Text(name);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length]
            : throw new FormatException($"{name} is no base64");
    }

    /// <summary>What is signed: DSSE's pre-authentication encoding, so that no other kind of text can be taken for it.</summary>
    private static byte[] Encode(byte[] payload)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"DSSEv1 {Encoding.UTF8.GetByteCount(PayloadType)} {PayloadType} {payload.Length} ");
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }
}
