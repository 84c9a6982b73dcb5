using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Readable;

namespace Dnma.Engine.Certification.Readable;

/// <summary>
/// A certificate for the eye: whether the laws hold, what a reader must know, and the ledger; laws, definition and inputs are folded. It holds
/// nothing of the run, so that the same hits always show the same. Pure, thread safe.
/// </summary>
internal static class CertificateExcerpt
{
    private const int DigestShown = 16;

    public static string Html(Certificate certificate)
    {
        var html = new HtmlText();
        html.Line(Verdict(certificate), isStrong: true);
        foreach (var line in Remarks(certificate))
        {
            html.Line(line);
        }

        return html.Table(LedgerExcerpt.Of(certificate.Ledger))
            .Folded($"{certificate.Laws.Count} conservation laws", Laws(certificate.Laws))
            .Folded("Definition: what was measured", Definition(certificate.Definition))
            .Folded($"Inputs: {certificate.Inputs.Count}", Inputs(certificate.Inputs))
            .ToString();
    }

    public static string Text(Certificate certificate)
    {
        var text = new PlainText();
        text.Line(Verdict(certificate));
        foreach (var line in Remarks(certificate))
        {
            text.Line(line);
        }

        return text.Table(LedgerExcerpt.Of(certificate.Ledger)).ToString();
    }

    /// <summary>Whether all laws and checks hold.</summary>
    public static string Verdict(Certificate certificate)
    {
        var broken = certificate.Verify().Count;
        return broken == 0
            ? $"All {certificate.Laws.Count} conservation laws hold."
            : $"{broken} of {certificate.Laws.Count + certificate.Checks.Count} laws and checks do NOT hold. Do not publish these figures.";
    }

    private static IEnumerable<string> Remarks(Certificate certificate) =>
    [
        .. certificate.Verify().Select(law => $"✗ {Sentence(law.Statement)} – {Sentence(law.Detail)}"),
        .. certificate.Checks.Where(check => check.Holds).Select(check => $"✓ {Sentence(check.Statement)}"),
        .. certificate.Warnings.Select(warning => $"⚠ {Sentence(warning)}"),
        $"{ReadableFigure.Count(certificate.Perimeter.Establishments)} establishments were measured.",
    ];

    private static TableExcerpt Laws(IReadOnlyList<ConservationLaw> laws) => ReadableFields.Excerpt(
        "Conservation laws",
        laws.Count,
        [
            new("law", false, row => Sentence(laws[row].Statement)),
            new("expected", true, row => ReadableFigure.Count(laws[row].Expected)),
            new("actual", true, row => ReadableFigure.Count(laws[row].Actual)),
            new("holds", true, row => laws[row].Holds ? "yes" : "NO"),
        ],
        laws.Count);

    private static TableExcerpt Definition(IReadOnlyList<KeyValuePair<string, string>> definition) => ReadableFields.Excerpt(
        "Definition",
        definition.Count,
        [new("choice", false, row => Sentence(definition[row].Key)), new("value", false, row => Sentence(definition[row].Value))],
        definition.Count);

    private static TableExcerpt Inputs(IReadOnlyList<InputRecord> inputs) => ReadableFields.Excerpt(
        "Inputs",
        inputs.Count,
        [
            new("name", false, row => Sentence(inputs[row].Name)),
            new("bytes", true, row => ReadableFigure.Count(inputs[row].Bytes)),
            new("records", true, row => ReadableFigure.Count(inputs[row].Records)),
            new("SHA-256", false, row => inputs[row].Sha256.Length > DigestShown ? inputs[row].Sha256[..DigestShown] + "…" : inputs[row].Sha256),
            new("layout", false, row => Sentence(inputs[row].Layout)),
            new("note", false, row => Sentence(inputs[row].Note)),
        ],
        TableExcerpts.MostRows);

    private static string Sentence(string text) => OutsideText.Of(text, OutsideText.LongestSentence);
}
