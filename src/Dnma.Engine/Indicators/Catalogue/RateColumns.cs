namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>The columns of a <see cref="RateTable"/>. Period, start, level and code are those of a row of the indicators.</summary>
internal sealed class RateColumns
{
    /// <summary>The first row of the key in the indicators.</summary>
    public required int[] Source { get; init; }

    /// <summary>An index into <see cref="IndicatorCatalogue.Rates"/>.</summary>
    public required byte[] Indicator { get; init; }

    public required string[] Modality { get; init; }

    public required Rate[] Rate { get; init; }

    public int Count => Source.Length;
}
