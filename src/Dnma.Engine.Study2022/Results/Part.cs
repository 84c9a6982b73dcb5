using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Study2022.Results;

/// <summary>A part of an audience.</summary>
/// <param name="Code">The modality: a profile, a service, a device.</param>
/// <param name="Share">Its visits ÷ the visits that it is a share of.</param>
public sealed record Part(string Code, Ratio Share)
{
    /// <summary>The share in percent, rounded half away from zero.</summary>
    /// <param name="decimals">How many decimals.</param>
    public decimal Percent(int decimals = 0) => Share.HasValue
        ? Math.Round(Share.Numerator * 100m / Share.Denominator, decimals, MidpointRounding.AwayFromZero)
        : 0;
}
