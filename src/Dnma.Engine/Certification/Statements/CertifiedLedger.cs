using Dnma.Engine.Qualification;
using Dnma.Engine.Visits;

namespace Dnma.Engine.Certification.Statements;

/// <summary>Where every record went, as certified: what <see cref="MeasurementLedger"/> counted, in numbers alone. Lines are in the order of their names. Immutable, thread safe.</summary>
public sealed record CertifiedLedger
{
    /// <summary>Records read from the inputs.</summary>
    public required long Read { get; init; }

    /// <summary>Records rejected, by reason.</summary>
    public required IReadOnlyList<LedgerLine> Rejected { get; init; }

    /// <summary>Parts of split hits that were merged into others.</summary>
    public required long Merged { get; init; }

    /// <summary>Hits that ingestion accepted.</summary>
    public required long Accepted { get; init; }

    /// <summary>Accepted hits that do not qualify, by the first reason that applies.</summary>
    public required IReadOnlyList<LedgerLine> Excluded { get; init; }

    /// <summary>Hits that count.</summary>
    public required long Qualified { get; init; }

    /// <summary>What became of them.</summary>
    public required CertifiedVisits Visits { get; init; }

    /// <summary>What was noticed about accepted hits, by kind: each may show several.</summary>
    public required IReadOnlyList<LedgerLine> Noticed { get; init; }

    internal static CertifiedLedger Of(MeasurementLedger ledger) => new()
    {
        Read = ledger.Read,
        Rejected = LedgerLine.InOrder(ledger.Rejected),
        Merged = ledger.Merged,
        Accepted = ledger.Qualification.Accepted,
        Excluded = LedgerLine.InOrder(Enum.GetValues<ExclusionReason>().Select(reason => new LedgerLine(reason.Code(), ledger.Qualification[reason]))),
        Qualified = ledger.Qualification.Qualified,
        Visits = new CertifiedVisits(
            ledger.Visits.Counted,
            ledger.Visits.CountedHits,
            ledger.Visits.OutOfPeriod,
            ledger.Visits.OutOfPeriodHits,
            ledger.Visits.OutOfPerimeter,
            ledger.Visits.OutOfPerimeterHits,
            ledger.Visits.RobotVisits,
            LedgerLine.InOrder(Enum.GetValues<VisitClosing>().Select(closing => new LedgerLine(closing.Code(), ledger.Visits[closing])))),
        Noticed = LedgerLine.InOrder(ledger.Notices),
    };

    /// <summary>The laws that tie these numbers together.</summary>
    internal IEnumerable<ConservationLaw> Laws()
    {
        yield return ConservationLaw.Equal(LawTexts.RecordsAreAccountedFor, Read, SumOf(Rejected) + Merged + Accepted);
        yield return ConservationLaw.Equal(LawTexts.HitsAreAccountedForIn(Visits.OutOfPerimeter > 0), Accepted, SumOf(Excluded) + Visits.CountedHits + Visits.OutOfPeriodHits + Visits.OutOfPerimeterHits);
        yield return ConservationLaw.Equal(LawTexts.HitsQualify, Qualified, Accepted - SumOf(Excluded));
        yield return ConservationLaw.Equal(LawTexts.VisitsAreClosed, Visits.Counted + Visits.OutOfPeriod + Visits.OutOfPerimeter, SumOf(Visits.ClosedBy));
    }

    private static long SumOf(IEnumerable<LedgerLine> lines) => lines.Sum(line => line.Count);
}
