using Dnma.Engine.Certification.Statements;

namespace Dnma.Engine.Certification.Verification;

/// <summary>Whether a statement agrees with itself: every law is there, was found to hold, and holds when its ledger is added up again.</summary>
internal static class StatementAudit
{
    public static void Run(CertificateStatement statement, VerificationReport report)
    {
        CheckPresence(statement, report);
        foreach (var law in statement.Laws.Where(law => !law.Holds))
        {
            report.Find($"law {law.Id}", $"the certificate itself says that it does not hold ({law.Detail})");
        }

        foreach (var check in statement.Checks.Where(check => !check.Holds))
        {
            report.Find($"check {check.Id}", $"the certificate itself says that it does not hold ({check.Detail})");
        }

        try
        {
            CheckLedger(statement, report);
        }
        catch (OverflowException)
        {
            report.Find("ledger", "its numbers are larger than any log's");
        }
    }

    private static void CheckLedger(CertificateStatement statement, VerificationReport report)
    {
        foreach (var law in statement.Ledger.Laws().Concat(Indicated(statement)))
        {
            if (!law.Holds)
            {
                report.Find($"law {law.Id}", $"{law.Statement}: {law.Detail}");
            }
            else if (statement.Laws.FirstOrDefault(said => said.Id == law.Id) is { } said && (said.Expected != law.Expected || said.Actual != law.Actual))
            {
                report.Find($"law {law.Id}", $"the certificate says {said.Expected} and {said.Actual}, its ledger {law.Expected} and {law.Actual}");
            }
        }
    }

    private static void CheckPresence(CertificateStatement statement, VerificationReport report)
    {
        var ids = statement.Laws.Select(law => law.Id).ToArray();
        foreach (var law in LawTexts.All.Where(law => !ids.Contains(law.Id)))
        {
            report.Find($"law {law.Id}", "the certificate does not speak of it");
        }

        foreach (var id in ids.Where(id => LawTexts.All.All(law => law.Id != id) || ids.Count(other => other == id) > 1).Distinct())
        {
            report.Find($"law {id}", "it is no law of this engine, or stands twice");
        }
    }

    /// <summary>What the table of indicators was held against: the ledger tells the one side, the law itself the other.</summary>
    private static IEnumerable<ConservationLaw> Indicated(CertificateStatement statement)
    {
        foreach (var (text, count) in new[] { (LawTexts.VisitsAreIndicated, statement.Ledger.Visits.Counted), (LawTexts.HitsAreIndicated, statement.Ledger.Visits.CountedHits) })
        {
            if (statement.Laws.FirstOrDefault(said => said.Id == text.Id) is { } said)
            {
                yield return ConservationLaw.Equal(text, count, said.Actual);
            }
        }
    }
}
