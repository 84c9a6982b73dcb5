using System.Collections;
using Dnma.Engine.Contracts;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators;

/// <summary>
/// Indicators by period, territory and modality: one row a key, sorted by the six key columns as UTF-8 bytes, as in
/// <c>indicators.csv</c>. Columnar: a row costs about 90 bytes, its texts are shared. Immutable, thread safe.
/// </summary>
[TypeFormatterSource]
public sealed class IndicatorTable : IReadOnlyList<IndicatorRow>
{
    private readonly IndicatorColumns _columns;

    internal IndicatorTable(IndicatorColumns columns) => _columns = columns;

    /// <summary>How many rows there are.</summary>
    public int Count => _columns.Count;

    /// <summary>The columns, for whoever moves the table as a whole.</summary>
    internal IndicatorColumns Columns => _columns;

    /// <summary>The row at <paramref name="index"/>, 0-based.</summary>
    public IndicatorRow this[int index] => _columns.Row(index);

    /// <summary>The row of one key, or null where nothing was counted.</summary>
    public IndicatorRow? Find(PeriodKind period, DateOnly start, TerritoryLevel level, string code, Dimension dimension, string modality)
    {
        var index = _columns.IndexOf(period, start, level, code, dimension, modality);
        return index < 0 ? null : _columns.Row(index);
    }

    /// <summary>The rows of some periods and levels, in the same order.</summary>
    public IndicatorTable Of(IReadOnlyCollection<PeriodKind> periods, IReadOnlyCollection<TerritoryLevel> levels)
    {
        var rows = new List<int>(Count);
        for (var row = 0; row < Count; row++)
        {
            if (periods.Contains(_columns.Period[row]) && levels.Contains(_columns.Level[row]))
            {
                rows.Add(row);
            }
        }

        return rows.Count == Count ? this : new IndicatorTable(_columns.Take(rows));
    }

    /// <summary>The rows that fit, in the same order.</summary>
    /// <param name="isKept">Asked once for each row.</param>
    public IndicatorTable Only(Func<IndicatorRow, bool> isKept)
    {
        ArgumentNullException.ThrowIfNull(isKept);
        return new IndicatorTable(_columns.Take([.. Enumerable.Range(0, Count).Where(row => isKept(_columns.Row(row)))]));
    }

    /// <summary>The rows of some territories, in the same order.</summary>
    internal IndicatorTable Of(Func<TerritoryLevel, string, bool> isShown) =>
        new(_columns.Take([.. Enumerable.Range(0, Count).Where(row => isShown(_columns.Level[row], _columns.Code[row]))]));

    /// <inheritdoc />
    public IEnumerator<IndicatorRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return _columns.Row(index);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
