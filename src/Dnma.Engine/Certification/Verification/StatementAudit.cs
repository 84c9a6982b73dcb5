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
        var ids = statement.Laws.Select(law => law.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var law in LawTexts.All.Where(law => !ids.Contains(law.Id)))
        {
            report.Find($"law {law.Id}", "the certificate does not speak of it");
        }

        var texts = LawTexts.AllIn(statement.Ledger.Visits.OutOfPerimeter > 0).ToDictionary(law => law.Id, StringComparer.Ordinal);
        foreach (var laws in statement.Laws.GroupBy(law => law.Id, StringComparer.Ordinal))
        {
            if (!texts.TryGetValue(laws.Key, out var text) || laws.Skip(1).Any())
            {
                report.Find($"law {laws.Key}", "it is no law of this engine, or stands twice");
            }
            else if (laws.First().Statement != text.English)
            {
                report.Find($"law {laws.Key}", "it is not what this law says");
            }
        }

        if (!statement.Indicators.SequenceEqual(CertifiedIndicator.All))
        {
            report.Find("indicators", "they are not those of this engine");
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
