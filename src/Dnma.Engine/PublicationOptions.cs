using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Signing;

namespace Dnma.Engine;

/// <summary>How a measurement is published. No figure depends on it. Immutable, thread safe.</summary>
public sealed record PublicationOptions
{
    /// <summary>The key to sign the certificate with; null for an unsigned one. It is not disposed.</summary>
    public SigningKey? SigningKey { get; init; }

    /// <summary>How errors name the table of coverage.</summary>
    internal const string CoverageName = "coverage";

    /// <summary>Whether <c>coverage.csv</c> is written as well; not by default. Refused under a disclosure threshold, and of an extract.</summary>
    public bool HasCoverage { get; init; }

    /// <summary>Which earlier certificate these figures correct; null for none.</summary>
    public Replacement? Replaces { get; init; }
}
