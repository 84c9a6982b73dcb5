namespace Dnma.Engine.Certification.Statements;

/// <summary>What became of the qualified hits, as certified. Immutable, thread safe.</summary>
/// <param name="Counted">Visits that start in the measured days.</param>
/// <param name="CountedHits">Their hits.</param>
/// <param name="OutOfPeriod">Visits that start on other days.</param>
/// <param name="OutOfPeriodHits">Their hits.</param>
/// <param name="OutOfPerimeter">Visits of the measured days at places outside the perimeter; certificates say so only where there are such.</param>
/// <param name="OutOfPerimeterHits">Their hits.</param>
/// <param name="RobotVisits">Visits too long for a person, whose hits are excluded.</param>
/// <param name="ClosedBy">Visits by why they ended.</param>
public sealed record CertifiedVisits(
    long Counted, long CountedHits, long OutOfPeriod, long OutOfPeriodHits, long OutOfPerimeter, long OutOfPerimeterHits, long RobotVisits, IReadOnlyList<LedgerLine> ClosedBy);
