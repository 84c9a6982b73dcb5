using Dnma.Engine.Certification.Statements;
using Dnma.Engine.Reports;
using Dnma.Engine.Reports.Readable;

namespace Dnma.Engine.Certification.Readable;

/// <summary>A ledger as a table: where every record went; what never happened is left out. Pure, thread safe.</summary>
internal static class LedgerExcerpt
{
    /// <summary>The whole ledger in one line, or a note that there is none.</summary>
    public static string Line(MeasurementLedger ledger) =>
        $"{ReadableFigure.Count(ledger.Read)} records read = {ReadableFigure.Count(ledger.Qualification.Qualified)} qualified, in {ReadableFigure.Count(ledger.Visits.Counted)} visits"
        + $" + {ReadableFigure.Count(ledger.Qualification.Excluded)} excluded + {ReadableFigure.Count(ledger.RejectedTotal)} rejected + {ReadableFigure.Count(ledger.Merged)} merged.";

    public static TableExcerpt Of(MeasurementLedger ledger)
    {
        var certified = CertifiedLedger.Of(ledger);
        var visits = certified.Visits;
        (string Step, string Reason, long Count)[] lines =
        [
            ("read", "", certified.Read),
            .. Reasons("rejected", certified.Rejected),
            ("merged", "parts of split hits", certified.Merged),
            ("accepted", "", certified.Accepted),
            .. Reasons("excluded", certified.Excluded),
            ("qualified", "", certified.Qualified),
            ("visits counted", "", visits.Counted),
            ("their hits", "", visits.CountedHits),
            ("visits out of period", "", visits.OutOfPeriod),
            ("their hits", "out of period", visits.OutOfPeriodHits),
            ("visits out of perimeter", "", visits.OutOfPerimeter),
            ("their hits", "out of perimeter", visits.OutOfPerimeterHits),
            ("visits of robots", "", visits.RobotVisits),
            .. Reasons("visits closed by", visits.ClosedBy),
            .. Reasons("noticed", certified.Noticed),
        ];
        var shown = lines.Where((line, index) => index == 0 || line.Count > 0).ToArray();
        return ReadableFields.Excerpt(
            "Ledger: where every record went",
            shown.Length,
            [new("step", false, row => shown[row].Step), new("reason", false, row => shown[row].Reason), new("count", true, row => ReadableFigure.Count(shown[row].Count))],
            shown.Length);
    }

    private static IEnumerable<(string Step, string Reason, long Count)> Reasons(string step, IEnumerable<LedgerLine> lines) => lines.Select(line => (step, line.Name, line.Count));
}
