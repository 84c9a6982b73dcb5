using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>One row of a <see cref="RateTable"/>. A value, thread safe.</summary>
/// <param name="Period">The kind of period.</param>
/// <param name="PeriodStart">The period's first local date.</param>
/// <param name="Level">The territory's level.</param>
/// <param name="Code">The territory's code.</param>
/// <param name="Indicator">A <see cref="RatioIndicator"/> or a <see cref="ShareIndicator"/>.</param>
/// <param name="Modality"><c>total</c> for a ratio, the part for a share.</param>
/// <param name="Rate">The figure and its coverage, exact.</param>
public readonly record struct RateRow(
    PeriodKind Period,
    DateOnly PeriodStart,
    TerritoryLevel Level,
    string Code,
    Indicator Indicator,
    string Modality,
    Rate Rate);
