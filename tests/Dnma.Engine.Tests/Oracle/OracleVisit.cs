namespace Dnma.Engine.Tests.Oracle;

/// <summary>One visit: its qualified hits in order, and what a norm says of it (domain §3).</summary>
public sealed record OracleVisit(IReadOnlyList<OracleHit> Hits, OracleNorm Norm)
{
    public string User => Hits[0].Person;

    public DateOnly Day => Paris.Day(Hits[0].InstantMs);

    public IEnumerable<OracleHit> Actions => Hits.Where(h => h.Kind != "ping");

    /// <summary>Matomo: a visit of one request lasts nothing; any later one, a heartbeat too, sets it to 1 s + last − first.</summary>
    public long DurationMs => Norm switch
    {
        OracleNorm.Piano => (Span + 500) / 1000 * 1000,
        OracleNorm.Matomo => Hits.Count == 1 ? 0 : Span + 1000,
        _ => Span,
    };

    public bool IsTimed => Norm switch
    {
        OracleNorm.Piano => DurationMs > 0,
        OracleNorm.Matomo => true,
        _ => Hits.Count >= 2,
    };

    public bool IsBounce => Norm == OracleNorm.Matomo ? Actions.Count() <= 1 : Hits.Count(IsPageView) <= 1;

    public bool IsFlash => DurationMs <= 30_000;

    private long Span => Clock(Hits[^1]) - Clock(Hits[0]);

    /// <summary>Under Dnma the clicks that qualify are page views too.</summary>
    public bool IsPageView(OracleHit hit) => hit.Kind == "page" || Norm == OracleNorm.Dnma;

    /// <summary>The first value of a field that a hit of the visit has.</summary>
    public string First(Func<OracleHit, string> field) => Hits.Select(field).FirstOrDefault(value => value != "") ?? "inconnu";

    /// <summary>
    /// Time by a field's value: every gap goes to the hit that opens it, between positions as the norm rounds them, so that the parts are never
    /// negative and add up to <see cref="DurationMs"/>. The second that Matomo adds goes to the last hit's value.
    /// </summary>
    public long TimeIn(Func<OracleHit, bool> isIn) =>
        Hits.Zip(Hits.Skip(1)).Where(gap => isIn(gap.First)).Sum(gap => Position(gap.Second) - Position(gap.First))
        + (isIn(Hits[^1]) ? DurationMs - Position(Hits[^1]) : 0);

    private long Position(OracleHit hit) => Norm == OracleNorm.Piano ? (Clock(hit) - Clock(Hits[0]) + 500) / 1000 * 1000 : Clock(hit) - Clock(Hits[0]);

    /// <summary>Matomo knows whole seconds only.</summary>
    private long Clock(OracleHit hit) => OracleVisits.Clock(hit, Norm);
}
