using System.Security.Cryptography;
using Dnma.Engine.Certification.Statements;

namespace Dnma.Engine.Certification;

/// <summary>Which certificate a corrected one stands in for. Immutable, thread safe.</summary>
/// <param name="Sha256">Of the earlier <c>certificate.json</c>, lower-case hexadecimal.</param>
/// <param name="Reason">Why the figures were corrected, in words; may be empty.</param>
public sealed record Replacement(string Sha256, string Reason)
{
    /// <summary>The replacement of a certificate.</summary>
    /// <param name="earlier">The certificate whose figures are corrected.</param>
    /// <param name="reason">Why, in words.</param>
    public static Replacement Of(CertificateStatement earlier, string reason)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(reason);
        return new Replacement(Convert.ToHexStringLower(SHA256.HashData(earlier.ToUtf8())), reason);
    }
}
