using Dnma.Engine.Analysis.Disclosure;
using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Signing;
using Dnma.Engine.Contracts;

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

    /// <summary>Checks, before anything is measured, that what a definition measures can be published so. Publishing checks it again.</summary>
    /// <param name="definition">What is to be measured.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidOption"/>: coverage is asked for, and the definition has a disclosure threshold.</exception>
    public void ValidateFor(MeasurementDefinition definition)
    {
        if (HasCoverage && definition.DisclosureThreshold != DisclosureThresholds.None)
        {
            throw CouldTell(CoverageName);
        }
    }

    /// <summary>What is said to whoever asks for figures that a threshold cannot be applied to.</summary>
    internal static EngineException CouldTell(string what) => new(
        ErrorId.InvalidOption, what, "a disclosure threshold withholds figures, which it could tell or take for zero", "measure without a threshold, and keep what comes of it to yourself");
}
