namespace Dnma.Engine.Recount;

/// <summary>What became of the hits that were recounted, by one of the two counts.</summary>
/// <param name="Qualified">Hits that the norm counts by themselves, repeated ones included.</param>
/// <param name="Orphans">Pings among these that extend no visit.</param>
/// <param name="Duplicates">Repeated ones of the rest.</param>
/// <param name="RobotVisits">Visits of too many hits.</param>
/// <param name="RobotHits">Hits of these.</param>
/// <param name="Visits">Visits that start in the measured days.</param>
/// <param name="Hits">Hits of these.</param>
/// <param name="OutOfPeriod">Visits that start outside them.</param>
/// <param name="OutOfPeriodHits">Hits of these.</param>
/// <param name="OutOfPerimeter">Visits that start inside them, at places outside the perimeter.</param>
/// <param name="OutOfPerimeterHits">Hits of these.</param>
internal readonly record struct RecountLedger(
    long Qualified,
    long Orphans,
    long Duplicates,
    long RobotVisits,
    long RobotHits,
    long Visits,
    long Hits,
    long OutOfPeriod,
    long OutOfPeriodHits,
    long OutOfPerimeter,
    long OutOfPerimeterHits)
{
    /// <summary>Its numbers by name.</summary>
    /// <param name="hasPerimeter">Whether a perimeter leaves places out.</param>
    public IEnumerable<(string Name, long Value)> Lines(bool hasPerimeter) =>
    [
        ("qualified", Qualified), ("orphan-pings", Orphans), ("duplicates", Duplicates), ("robot-visits", RobotVisits), ("robot-hits", RobotHits),
        ("visits", Visits), ("hits", Hits), ("out-of-period", OutOfPeriod), ("out-of-period-hits", OutOfPeriodHits),
        .. hasPerimeter ? [("out-of-perimeter", OutOfPerimeter), ("out-of-perimeter-hits", OutOfPerimeterHits)] : Array.Empty<(string, long)>(),
    ];
}
