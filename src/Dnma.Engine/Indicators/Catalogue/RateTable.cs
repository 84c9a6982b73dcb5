using System.Collections;
using Dnma.Engine.Contracts;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Catalogue;

/// <summary>
/// The derived indicators of an <see cref="IndicatorTable"/>: one row a period, territory, indicator and modality, sorted by these keys as
/// UTF-8 bytes, as in <c>rates.csv</c>. Ratios are those of the total; <see cref="RatioIndicator.Of"/> gives that of any other row.
/// Immutable, thread safe; keeps the indicators alive.
/// </summary>
[TypeFormatterSource]
public sealed class RateTable : IReadOnlyList<RateRow>
{
    private readonly IndicatorColumns _keys;
    private readonly RateColumns _columns;

    private RateTable(IndicatorColumns keys, RateColumns columns) => (_keys, _columns) = (keys, columns);

    /// <summary>How many rows there are.</summary>
    public int Count => _columns.Count;

    /// <summary>The columns that tell period, start, level and code, at the indices of <see cref="RateColumns.Source"/>.</summary>
    internal IndicatorColumns Keys => _keys;

    /// <summary>The columns, for whoever moves the table as a whole.</summary>
    internal RateColumns Columns => _columns;

    /// <summary>The row at <paramref name="index"/>, 0-based.</summary>
    public RateRow this[int index]
    {
        get
        {
            var source = _columns.Source[index];
            return new RateRow(
                _keys.Period[source],
                LocalCalendar.DateOf(_keys.PeriodStart[source]),
                _keys.Level[source],
                _keys.Code[source],
                IndicatorCatalogue.Rates[_columns.Indicator[index]],
                _columns.Modality[index],
                _columns.Rate[index]);
        }
    }

    /// <summary>Derives every rate that the rows of <paramref name="indicators"/> can tell: a share needs its dimension, a ratio the total.</summary>
    public static RateTable Of(IndicatorTable indicators) => Of(indicators, CancellationToken.None);

    /// <summary>The same, until it is cancelled.</summary>
    internal static RateTable Of(IndicatorTable indicators, CancellationToken cancellation) =>
        new(indicators.Columns, RateTableBuilder.Build(indicators.Columns, cancellation));

    /// <summary>The rate of one key, or null where there is none.</summary>
    /// <param name="period">The kind of period.</param>
    /// <param name="start">The period's first local date.</param>
    /// <param name="level">The territory's level.</param>
    /// <param name="code">The territory's code.</param>
    /// <param name="indicator">A ratio or a share.</param>
    /// <param name="modality">The part; <c>total</c> for a ratio and for the mobile share.</param>
    public Rate? Find(
        PeriodKind period, DateOnly start, TerritoryLevel level, string code, Indicator indicator, string modality = IndicatorCodes.Total)
    {
        var day = LocalCalendar.DayOf(start);
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = Compare(middle, period, day, level, code, indicator.Code, modality);
            if (order == 0)
            {
                return _columns.Rate[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <inheritdoc />
    public IEnumerator<RateRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Compare(int row, PeriodKind period, int day, TerritoryLevel level, string code, string indicator, string modality)
    {
        var source = _columns.Source[row];
        var order = IndicatorColumns.CompareUtf8(_keys.Period[source].Code(), period.Code());
        order = order != 0 ? order : _keys.PeriodStart[source].CompareTo(day);
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(_keys.Level[source].Code(), level.Code());
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(_keys.Code[source], code);
        order = order != 0 ? order : IndicatorColumns.CompareUtf8(IndicatorCatalogue.Rates[_columns.Indicator[row]].Code, indicator);
        return order != 0 ? order : IndicatorColumns.CompareUtf8(_columns.Modality[row], modality);
    }
}
