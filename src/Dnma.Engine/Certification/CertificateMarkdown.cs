using System.Globalization;
using System.Text;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Certification;

/// <summary>Writes <c>certificate.md</c>: what <c>certificate.json</c> says, for people, in French.</summary>
internal static class CertificateMarkdown
{
    public static void Write(Stream utf8, Certificate certificate, IReadOnlyList<PublishedFile> files)
    {
        var text = new StringBuilder();
        var broken = certificate.Verify();
        text.Append("# Certificat de mesure d’audience\n\n");
        text.Append(broken.Count == 0
            ? "**Toutes les lois de conservation sont vérifiées.**\n"
            : $"**{broken.Count} loi(s) de conservation ne sont pas vérifiées : ces chiffres ne doivent pas être publiés.**\n");
        foreach (var warning in certificate.Warnings)
        {
            text.Append($"\n> ⚠ {Cell(warning)}\n");
        }

        text.Append("\n## Définition\n\n| Élément | Valeur |\n|---|---|\n");
        foreach (var (name, value) in certificate.Definition)
        {
            text.Append($"| {Cell(name)} | {Cell(value)} |\n");
        }

        text.Append("\n## Fichiers lus\n\n| Fichier | Octets | SHA-256 | Lecture |\n|---|---:|---|---|\n");
        foreach (var input in certificate.Inputs)
        {
            text.Append($"| {Cell(input.Name)} | {Number(input.Bytes)} | `{input.Sha256}` | {Cell(input.Layout)}{(input.Note.Length > 0 ? $" — {Cell(input.Note)}" : "")} |\n");
        }

        WriteLedger(text, certificate);
        text.Append("\n## Lois de conservation\n\n| Loi | Attendu | Trouvé | Vérifiée |\n|---|---:|---:|---|\n");
        foreach (var law in certificate.Laws)
        {
            text.Append($"| {Cell(law.Statement)} | {Number(law.Expected)} | {Number(law.Actual)} | {(law.Holds ? "oui" : $"**non** — {Cell(law.Detail)}")} |\n");
        }

        text.Append("\n## Fichiers publiés\n\n| Fichier | Octets | SHA-256 |\n|---|---:|---|\n");
        foreach (var file in files)
        {
            text.Append($"| {Cell(file.Name)} | {Number(file.Bytes)} | `{file.Sha256}` |\n");
        }

        utf8.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void WriteLedger(StringBuilder text, Certificate certificate)
    {
        var ledger = certificate.Ledger;
        text.Append("\n## Registre\n\n| Étape | Nombre |\n|---|---:|\n");
        Line(text, "Enregistrements lus", ledger.Read);
        foreach (var rejected in ledger.Rejected.Where(line => line.Count > 0))
        {
            Line(text, $"– rejetés : {rejected.Name}", rejected.Count);
        }

        Line(text, "– fragments réunis à d’autres", ledger.Merged);
        Line(text, "Hits acceptés", ledger.Qualification.Accepted);
        foreach (var reason in Enum.GetValues<ExclusionReason>().Where(reason => ledger.Qualification[reason] > 0))
        {
            Line(text, $"– exclus : {reason.Code()}", ledger.Qualification[reason]);
        }

        Line(text, "Hits qualifiés", ledger.Qualification.Qualified);
        Line(text, "Visites comptées", ledger.Visits.Counted);
        Line(text, "– leurs hits", ledger.Visits.CountedHits);
        Line(text, "Visites hors période", ledger.Visits.OutOfPeriod);
        foreach (var closing in Enum.GetValues<VisitClosing>())
        {
            Line(text, $"– visites closes par : {closing.Code()}", ledger.Visits[closing]);
        }

        foreach (var notice in ledger.Notices.Where(line => line.Count > 0))
        {
            Line(text, $"Hits signalés : {notice.Name}", notice.Count);
        }

        foreach (var line in certificate.Coverage)
        {
            Line(text, $"Couverture : {line.Name}", line.Count);
        }
    }

    private static void Line(StringBuilder text, string name, long count) => text.Append($"| {name} | {Number(count)} |\n");

    /// <summary>Digits in groups of three, as French is typeset.</summary>
    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '\u202F');

    /// <summary>Text from outside must not break a table or become markup.</summary>
    private static string Cell(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)
            .ReplaceLineEndings(" ");
}
