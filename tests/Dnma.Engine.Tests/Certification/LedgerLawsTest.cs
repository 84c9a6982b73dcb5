using System.Text;
using System.Text.Json;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Certification;
using Dnma.Engine.Certification.Readable;
using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Tests.Certification;

/// <summary>A ledger in which records are lost names the law that says so, in every form of the certificate.</summary>
public class LedgerLawsTest
{
    [Fact]
    public void A_ledger_in_balance_breaks_no_law() => Assert.All(CertifiedLedger.Of(Ledger()).Laws(), law => Assert.True(law.Holds, law.Detail));

    [Fact]
    public void A_lost_record_a_lost_hit_and_a_lost_end_are_seen()
    {
        AssertBroken("read-is-rejected-merged-accepted", Ledger() with { Read = 101 }, 101, 100);
        AssertBroken("read-is-rejected-merged-accepted", Ledger() with { Merged = 6 }, 100, 101);
        AssertBroken("accepted-is-excluded-and-visited", Ledger(countedHits: 59), 85, 84);
        AssertBroken("visits-are-closed", Ledger(counted: 21), 31, 30);
    }

    [Fact]
    public void The_certificate_says_what_does_not_hold()
    {
        var certificate = Certificate(Ledger() with { Read = 101 });
        Assert.Equal("read-is-rejected-merged-accepted", Assert.Single(certificate.Verify()).Id);

        var law = Predicate(certificate).GetProperty("certified").GetProperty("laws").EnumerateArray().Single(law => !law.GetProperty("holds").GetBoolean());
        Assert.Equal(("read-is-rejected-merged-accepted", 101, 100, "101 ≠ 100"), (
            law.GetProperty("id").GetString(), law.GetProperty("expected").GetInt64(), law.GetProperty("actual").GetInt64(), law.GetProperty("detail").GetString()));
        var markdown = Markdown(certificate);
        Assert.Contains("1 loi(s) ou contrôle(s) de calcul ne sont pas vérifiés", markdown, StringComparison.Ordinal);
        Assert.Contains("**non** — 101 ≠ 100", markdown, StringComparison.Ordinal);
        Assert.Contains("1 law(s) or check(s) do not hold", markdown, StringComparison.Ordinal);
        Assert.Contains("**no** — 101 ≠ 100", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_certificate_tells_where_every_record_went()
    {
        var json = Predicate(Certificate(Ledger()));
        var ledger = json.GetProperty("certified").GetProperty("ledger");
        Assert.Equal((100, 5, 85, 70), (
            ledger.GetProperty("read").GetInt64(), ledger.GetProperty("merged").GetInt64(), ledger.GetProperty("accepted").GetInt64(), ledger.GetProperty("qualified").GetInt64()));
        Assert.Equal(10, ledger.GetProperty("rejected").GetProperty("not-a-hit").GetInt64());
        Assert.Equal(15, ledger.GetProperty("excluded").GetProperty("robot").GetInt64());
        Assert.Equal((20, 60, 10, 10, 0), (
            ledger.GetProperty("visits").GetProperty("counted").GetInt64(),
            ledger.GetProperty("visits").GetProperty("counted-hits").GetInt64(),
            ledger.GetProperty("visits").GetProperty("out-of-period").GetInt64(),
            ledger.GetProperty("visits").GetProperty("out-of-period-hits").GetInt64(),
            ledger.GetProperty("visits").GetProperty("robot-visits").GetInt64()));
        Assert.Equal("broke off at byte 7", json.GetProperty("certified").GetProperty("inputs")[0].GetProperty("note").GetString());
        Assert.Equal("0.100", json.GetProperty("run").GetProperty("seconds").GetString());
    }

    [Fact]
    public void Text_from_outside_breaks_no_table_of_the_markdown()
    {
        var markdown = Markdown(Certificate(Ledger()));
        Assert.Contains("Toutes les lois de conservation sont vérifiées", markdown, StringComparison.Ordinal);
        Assert.Contains("a\\|b&lt;script>\\`x\\` y", markdown, StringComparison.Ordinal);
        Assert.Contains("| 12\u202F345 |", markdown, StringComparison.Ordinal);
        Assert.Contains("| 12,345 |", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", markdown, StringComparison.Ordinal);
    }

    private static void AssertBroken(string id, MeasurementLedger ledger, long expected, long actual)
    {
        var law = Assert.Single(CertifiedLedger.Of(ledger).Laws(), law => !law.Holds);
        Assert.Equal((id, expected, actual, $"{expected} ≠ {actual}"), (law.Id, law.Expected, law.Actual, law.Detail));
    }

    /// <summary>100 records: 10 rejected, 5 merged, 85 accepted; 15 excluded, 60 in 20 counted visits, 10 in 10 visits out of period.</summary>
    private static MeasurementLedger Ledger(long counted = 20, long countedHits = 60)
    {
        var qualification = new QualificationLedger { Accepted = 85 };
        qualification.Exclude(ExclusionReason.Robot, 15);
        var visits = new VisitLedger { Counted = counted, CountedHits = countedHits, OutOfPeriod = 10, OutOfPeriodHits = 10 };
        for (var i = 0; i < 30; i++)
        {
            visits.Close((VisitClosing)(i % 4));
        }

        return new MeasurementLedger
        {
            Read = 100,
            Rejected = [new LedgerLine("not-a-hit", 10), new LedgerLine("other", 0)],
            Merged = 5,
            Notices = [new LedgerLine("uai-malformed", 3)],
            Qualification = qualification,
            Visits = visits,
        };
    }

    private static Certificate Certificate(MeasurementLedger ledger) => new()
    {
        Definition = [new("norm", "dnma")],
        Perimeter = new Perimeter(3, "cd"),
        Inputs = [new InputRecord("a|b<script>`x`\ny", 12_345, "00", 3, 2, "xiti", "broke off at byte 7")],
        Ledger = ledger,
        Laws = [.. CertifiedLedger.Of(ledger).Laws()],
        Warnings = ["look out"],
        Coverage = [new LedgerLine("visits-without-uai", 2)],
        Run = [new("seconds", "0.100")],
    };

    private static JsonElement Predicate(Certificate certificate) =>
        JsonDocument.Parse(Statement(certificate).ToUtf8()).RootElement.GetProperty("predicate");

    private static string Markdown(Certificate certificate) => Encoding.UTF8.GetString(CertificateMarkdown.Write(Statement(certificate)));

    private static CertificateStatement Statement(Certificate certificate) =>
        CertificateStatement.Of(certificate, FindingTable.Of([], []), [new PublishedFile("indicators.csv", 7, "ab")], replaces: null);
}
