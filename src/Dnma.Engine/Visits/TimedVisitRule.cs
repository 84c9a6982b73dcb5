namespace Dnma.Engine.Visits;

/// <summary>Which visits stand in the denominator of the norm's time per visit (domain §3).</summary>
public enum TimedVisitRule : byte
{
    /// <summary>Visits of at least two qualified hits.</summary>
    TwoHits,

    /// <summary>Visits whose duration is above zero.</summary>
    PositiveDuration,

    /// <summary>All visits.</summary>
    All,
}
