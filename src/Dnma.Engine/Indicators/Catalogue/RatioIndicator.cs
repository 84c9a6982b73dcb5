namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>
/// One count of a row divided by another. Ratios never add up; that of several rows is the <see cref="Ratio"/> of the sums of its terms,
/// where both are additive. Immutable, thread safe.
/// </summary>
public sealed class RatioIndicator : Indicator
{
    internal RatioIndicator(CountIndicator numerator, CountIndicator denominator, CountIndicator covered)
    {
        Numerator = numerator;
        Denominator = denominator;
        Covered = covered;
    }

    /// <summary>What is divided.</summary>
    public CountIndicator Numerator { get; }

    /// <summary>What it is divided by.</summary>
    public CountIndicator Denominator { get; }

    /// <summary>The visits that the ratio speaks of; its coverage is their share of all visits.</summary>
    public CountIndicator Covered { get; }

    /// <inheritdoc />
    public override Additivity Additivity => Additivity.Never;

    /// <summary>The ratio of one row, of any dimension and modality.</summary>
    public Rate Of(IndicatorRow row) =>
        new(new Ratio(Numerator.Of(row), Denominator.Of(row)), new Ratio(Covered.Of(row), row.Visits));
}
