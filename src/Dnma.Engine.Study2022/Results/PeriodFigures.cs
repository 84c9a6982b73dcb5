using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Study2022.Results;

/// <summary>What was measured of one period.</summary>
/// <param name="From">The first local day.</param>
/// <param name="To">The local day after the last one.</param>
/// <param name="Total">The national figures of the whole period.</param>
/// <param name="Mobile">The share of phones and tablets among visits of known device, with its coverage.</param>
public sealed record PeriodFigures(DateOnly From, DateOnly To, IndicatorRow Total, Rate Mobile)
{
    /// <summary>The norm's time per visit, in milliseconds.</summary>
    public Ratio TimePerVisitMs => RatioIndicators.TimePerVisit.Of(Total).Value;

    /// <summary>Visits from phones and tablets.</summary>
    public long MobileVisits => Mobile.Value.Numerator;
}
