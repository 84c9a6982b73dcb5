namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>An indicator that is a column of <see cref="IndicatorTable"/>: an exact integer in every row. Immutable, thread safe.</summary>
public abstract class CountIndicator : Indicator
{
    private readonly Func<IndicatorRow, long> _column;

    private protected CountIndicator(Func<IndicatorRow, long> column) => _column = column;

    /// <summary>The figure of one row.</summary>
    public long Of(IndicatorRow row) => _column(row);
}
