using System.Globalization;
using System.Text;
using Dnma.Engine.Analysis;
using Dnma.Engine.Certification.Statements;

namespace Dnma.Engine.Certification.Readable;

/// <summary>
/// <c>certificate.md</c>: what <c>certificate.json</c> certifies, for people, in French and then in English. It holds nothing of the run, so that the same
/// hits make the same file (but a check that fails is told). Pure, thread safe.
/// </summary>
internal static class CertificateMarkdown
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "certificate.md";

    /// <summary>The bytes of the file.</summary>
    /// <param name="statement">A statement whose subjects need not hold this file: it is left out of the list.</param>
    public static byte[] Write(CertificateStatement statement)
    {
        var text = new StringBuilder();
        foreach (var words in new[] { CertificateWords.French, CertificateWords.English })
        {
            text.Append(text.Length > 0 ? "\n---\n\n" : "");
            new Page(text, words, statement).Write();
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The certificate in one language.</summary>
    private sealed class Page(StringBuilder text, CertificateWords words, CertificateStatement statement)
    {
        public void Write()
        {
            WriteHead();
            text.Append($"\n## {words.Definition}\n\n{words.DefinitionHead}");
            foreach (var (name, value) in statement.Definition)
            {
                Row(Cell(name), Cell(value));
            }

            text.Append($"\n{string.Format(CultureInfo.InvariantCulture, words.Perimeter, Number(statement.Perimeter.Establishments))} `{statement.Perimeter.Sha256}`\n");
            text.Append($"\n## {words.Inputs}\n\n{words.InputsHead}");
            foreach (var input in statement.Inputs)
            {
                Row(Cell(input.Name), Number(input.Bytes), Number(input.Lines), Number(input.Records), $"`{input.Sha256}`", Cell(input.Layout) + (input.Note.Length > 0 ? $" — {Cell(input.Note)}" : ""));
            }

            WriteLedger();
            text.Append($"\n## {words.Laws}\n\n{words.LawsHead}");
            foreach (var law in statement.Laws)
            {
                var known = LawTexts.AllIn(statement.Ledger.Visits.OutOfPerimeter > 0).FirstOrDefault(known => known.Id == law.Id);
                Row(Cell(known is null ? law.Statement : words.TextOf(known)), Number(law.Expected), Number(law.Actual), law.Holds ? words.Yes : $"**{words.No}** — {Cell(law.Detail)}");
            }

            WriteControls();
            text.Append($"\n## {words.Indicators}\n\n{words.IndicatorsHead}");
            foreach (var indicator in statement.Indicators)
            {
                Row(Cell(indicator.Code), Cell(indicator.Unit), Cell(indicator.Additivity), Cell(indicator.Conformance));
            }

            text.Append($"\n## {words.Files}\n\n{words.FilesHead}");
            foreach (var file in statement.Subjects.Where(file => file.Name != FileName))
            {
                Row(Cell(file.Name), Number(file.Bytes), $"`{file.Sha256}`");
            }
        }

        private void WriteHead()
        {
            var broken = statement.Laws.Concat(statement.Checks).Count(law => !law.Holds);
            text.Append($"# {words.Title}\n\n**{(broken == 0 ? words.AllLawsHold : string.Format(CultureInfo.InvariantCulture, words.LawsBroken, broken))}**\n");
            if (statement.Replaces is { } replaces)
            {
                text.Append($"\n{words.Replaces} `{replaces.Sha256}`{(replaces.Reason.Length > 0 ? $" — {Cell(replaces.Reason)}" : "")}\n");
            }

            foreach (var check in statement.Checks.Where(check => !check.Holds))
            {
                text.Append($"\n> ⚠ {Cell(check.Statement)} — {Cell(check.Detail)}\n");
            }

            foreach (var warning in statement.Warnings)
            {
                text.Append($"\n> ⚠ {Cell(warning)}\n");
            }
        }

        private void WriteLedger()
        {
            var ledger = statement.Ledger;
            text.Append($"\n## {words.Ledger}\n\n{words.LedgerHead}");
            Row(words.Read, Number(ledger.Read));
            Rows(words.Rejected, ledger.Rejected);
            Row(words.Merged, Number(ledger.Merged));
            Row(words.Accepted, Number(ledger.Accepted));
            Rows(words.Excluded, ledger.Excluded);
            Row(words.Qualified, Number(ledger.Qualified));
            Row(words.Visits, Number(ledger.Visits.Counted));
            Row(words.VisitHits, Number(ledger.Visits.CountedHits));
            Row(words.OutOfPeriod, Number(ledger.Visits.OutOfPeriod));
            Row(words.OutOfPeriodHits, Number(ledger.Visits.OutOfPeriodHits));
            if (ledger.Visits.OutOfPerimeter > 0)
            {
                Row(words.OutOfPerimeter, Number(ledger.Visits.OutOfPerimeter));
                Row(words.OutOfPerimeterHits, Number(ledger.Visits.OutOfPerimeterHits));
            }

            Row(words.RobotVisits, Number(ledger.Visits.RobotVisits));
            Rows(words.ClosedBy, ledger.Visits.ClosedBy);
            Rows(words.Noticed, ledger.Noticed);
            foreach (var line in statement.Coverage)
            {
                Row($"{words.Coverage}: {Cell(line.Name)}", Number(line.Count));
            }
        }

        private void WriteControls()
        {
            var findings = statement.Controls.Sum(control => (long)control.Findings);
            text.Append($"\n## {words.Controls}\n\n{string.Format(CultureInfo.InvariantCulture, words.ControlsAsked, statement.Controls.Count, Number(findings))}\n");
            if (findings == 0)
            {
                return;
            }

            text.Append('\n').Append(words.ControlsHead);
            foreach (var control in statement.Controls.Where(control => control.Findings > 0))
            {
                Row(Cell(control.Id), Cell(control.Severity), Number(control.Findings), Cell(ControlCatalogue.Find(control.Id) is { } known ? words.MeaningOf(known.Meaning) : ""));
            }
        }

        /// <summary>Lines of a ledger; what never happened is left out.</summary>
        private void Rows(string what, IEnumerable<LedgerLine> lines)
        {
            foreach (var line in lines.Where(line => line.Count > 0))
            {
                Row($"{what}: {Cell(line.Name)}", Number(line.Count));
            }
        }

        private void Row(params ReadOnlySpan<string> cells) => text.Append("| ").AppendJoin(" | ", cells!).Append(" |\n");

        private string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture).Replace(",", words.ThousandsMark, StringComparison.Ordinal);
    }

    /// <summary>Text from outside must not break a table or become markup.</summary>
    private static string Cell(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)
            .ReplaceLineEndings(" ");
}
