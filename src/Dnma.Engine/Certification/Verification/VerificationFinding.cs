namespace Dnma.Engine.Certification.Verification;

/// <summary>Something that a certificate says and that is not so. Immutable, thread safe.</summary>
/// <param name="Artifact">What it is about: a file's name, <c>law …</c>, <c>input …</c>, <c>signature</c>.</param>
/// <param name="Problem">What is wrong, as a clause.</param>
public sealed record VerificationFinding(string Artifact, string Problem)
{
    /// <inheritdoc />
    public override string ToString() => $"{Artifact}: {Problem}";
}
