namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>Which of an indicator's figures may be added up.</summary>
public enum Additivity
{
    /// <summary>Figures of disjoint hits add up: over periods, territories, profiles, devices, and over services, types and tools too.</summary>
    OverEveryDimension,

    /// <summary>
    /// Figures of disjoint visits add up: over periods, territories, profiles and devices. Not over services, types and tools, because a
    /// visit counts once in each that it used (domain §3).
    /// </summary>
    OverVisits,

    /// <summary>Figures never add up: whoever asks for a sum asks for another measurement.</summary>
    Never,
}
