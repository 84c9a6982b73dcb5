using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Certification.Verification;

/// <summary>Whether the certificate of a folder is signed, and by the key that the auditor trusts.</summary>
internal static class EnvelopeAudit
{
    private const string Signature = "signature";

    public static void Run(string folder, byte[] statement, VerificationKey? key, VerificationReport report)
    {
        var path = Path.Combine(folder, DsseEnvelope.FileName);
        if (!File.Exists(path))
        {
            if (key is null)
            {
                report.Leave("the certificate is not signed");
            }
            else
            {
                report.Find(Signature, $"there is none: {DsseEnvelope.FileName} is missing");
            }

            return;
        }

        try
        {
            var envelope = DsseEnvelope.Parse(RegularFile.ReadAll(path));
            if (!envelope.Payload.AsSpan().SequenceEqual(statement))
            {
                report.Find(Signature, $"what is signed is not {CertificateStatement.FileName}");
            }
            else if (key is null)
            {
                report.Leave($"the certificate is signed, it says by key {Short(envelope.Signatures[0].KeyId)}: give that public key to have the signature checked");
            }
            else
            {
                report.Check($"the signature is that of key {Short(key.KeyId)}", () => Check(envelope, key, report));
            }
        }
        catch (EngineException error)
        {
            report.Find(DsseEnvelope.FileName, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            report.Find(DsseEnvelope.FileName, "cannot be read");
        }
    }

    private static void Check(DsseEnvelope envelope, VerificationKey key, VerificationReport report)
    {
        if (!envelope.IsSignedBy(key))
        {
            report.Find(Signature, $"it is not that of key {Short(key.KeyId)}");
        }
        else if (envelope.Signatures.All(signature => signature.KeyId != key.KeyId))
        {
            report.Find(Signature, "it names another key than the one that made it");
        }
    }

    /// <summary>Enough of a key's name to know it by; a foreign one may be anything.</summary>
    private static string Short(string keyId) => new([.. keyId.Where(char.IsAsciiLetterOrDigit).Take(16)]);
}
