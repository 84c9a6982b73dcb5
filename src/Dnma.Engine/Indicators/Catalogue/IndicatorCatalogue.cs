namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>Every indicator that the engine defines. Thread safe.</summary>
public static class IndicatorCatalogue
{
    /// <summary>The counts, the ratios and the shares.</summary>
    public static IReadOnlyList<Indicator> All { get; } = [.. CountIndicators.All, .. RatioIndicators.All, .. ShareIndicators.All];

    /// <summary>The indicators of <c>rates.csv</c>, by code as UTF-8 bytes: the order of a <see cref="RateTable"/>.</summary>
    internal static Indicator[] Rates { get; } = InOrder([.. RatioIndicators.All, .. ShareIndicators.All]);

    /// <summary>The indicator of a code, or null.</summary>
    public static Indicator? Find(string code)
    {
        foreach (var indicator in All)
        {
            if (indicator.Code == code)
            {
                return indicator;
            }
        }

        return null;
    }

    private static Indicator[] InOrder(Indicator[] indicators)
    {
        Array.Sort(indicators, static (left, right) => IndicatorColumns.CompareUtf8(left.Code, right.Code));
        return indicators;
    }
}
