using System.Security.Cryptography;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Certification.Statements;

/// <summary>
/// What <c>certificate.json</c> says: an in-toto Statement v1 over the published files. Texts and numbers alone, so that whoever reads one back has all that
/// its writer certified. Lists of names are in the order of the names. Immutable, thread safe.
/// </summary>
public sealed record CertificateStatement
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "certificate.json";

    /// <summary>What an in-toto statement is.</summary>
    public const string StatementType = "https://in-toto.io/Statement/v1";

    /// <summary>What kind of predicate this is, and which version (docs/certificate.md).</summary>
    public const string PredicateType = "urn:dnma-engine:certificate:1";

    /// <summary>Every published file but the certificate itself.</summary>
    public required IReadOnlyList<PublishedFile> Subjects { get; init; }

    /// <summary>Every semantic choice.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Definition { get; init; }

    /// <summary>Which indicators are certified.</summary>
    public required IReadOnlyList<CertifiedIndicator> Indicators { get; init; }

    /// <summary>Who was measured.</summary>
    public required Perimeter Perimeter { get; init; }

    /// <summary>What was read, in the order of reading.</summary>
    public required IReadOnlyList<InputRecord> Inputs { get; init; }

    /// <summary>Where every record went.</summary>
    public required CertifiedLedger Ledger { get; init; }

    /// <summary>What breakdowns leave out.</summary>
    public required IReadOnlyList<LedgerLine> Coverage { get; init; }

    /// <summary>The conservation laws, as they were checked.</summary>
    public required IReadOnlyList<ConservationLaw> Laws { get; init; }

    /// <summary>The automated controls that were asked, and how much each found.</summary>
    public required IReadOnlyList<CertifiedControl> Controls { get; init; }

    /// <summary>What was checked besides because the run was asked to, the recount for one: beside what is certified, and as binding as a law.</summary>
    public IReadOnlyList<ConservationLaw> Checks { get; init; } = [];

    /// <summary>What a reader of the figures must know.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>How and when the run was made: beside what is certified.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Run { get; init; }

    /// <summary>Which certificate this one stands in for; null for none.</summary>
    public Replacement? Replaces { get; init; }

    /// <summary>
    /// SHA-256 of what the same hits under the same definition always give: the subjects and the certified part, in canonical JSON; lower-case hexadecimal.
    /// </summary>
    public string CertifiedDigest => Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Write(StatementJson.CertifiedOf(this))));

    /// <summary>SHA-256 of the rest, likewise.</summary>
    internal string RunDigest => Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Write(StatementJson.RunOf(this))));

    /// <summary>Reads a certificate, and lets nothing pass that the engine would not have written.</summary>
    /// <param name="path">A <c>certificate.json</c>.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read. <see cref="ErrorId.DamagedCertificate"/>: it is no certificate, or not as it was
    /// written.
    /// </exception>
    public static async Task<CertificateStatement> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            return Parse(await Task.Run(() => RegularFile.ReadAll(path), cancellationToken).ConfigureAwait(false), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(ErrorId.UnreadableInput, path, "the certificate cannot be read", "name a certificate.json, or the folder that holds it", error);
        }
    }

    /// <summary>Reads a certificate from its bytes.</summary>
    /// <param name="utf8">All bytes of a <c>certificate.json</c>.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.DamagedCertificate"/>.</exception>
    public static CertificateStatement Parse(ReadOnlySpan<byte> utf8, string name = FileName)
    {
        try
        {
            return StatementReader.Read(utf8);
        }
        catch (FormatException error)
        {
            throw new EngineException(ErrorId.DamagedCertificate, name, error.Message, "get the file again from whoever published it", error);
        }
    }

    /// <summary>The bytes of <c>certificate.json</c>: canonical JSON, no line feed at the end.</summary>
    public byte[] ToUtf8() => CanonicalJson.Write(StatementJson.Of(this));

    /// <summary>What a measurement's certificate and files come to.</summary>
    internal static CertificateStatement Of(Certificate certificate, FindingTable controls, IReadOnlyList<PublishedFile> subjects, Replacement? replaces) => new()
    {
        Subjects = [.. subjects.OrderBy(file => file.Name, StringComparer.Ordinal)],
        Definition = InOrder(certificate.Definition),
        Indicators = CertifiedIndicator.All,
        Perimeter = certificate.Perimeter,
        Inputs = certificate.Inputs,
        Ledger = CertifiedLedger.Of(certificate.Ledger),
        Coverage = LedgerLine.InOrder(certificate.Coverage),
        Laws = certificate.Laws,
        Controls = CertifiedControl.Of(controls),
        Checks = certificate.Checks,
        Warnings = certificate.Warnings,
        Run = InOrder(certificate.Run),
        Replaces = replaces,
    };

    /// <summary>The value of a semantic choice; empty where there is none of that name.</summary>
    internal string DefinitionOf(string name) => Definition.FirstOrDefault(pair => pair.Key == name).Value ?? "";

    private static IReadOnlyList<KeyValuePair<string, string>> InOrder(IEnumerable<KeyValuePair<string, string>> pairs) =>
        [.. pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal)];
}
