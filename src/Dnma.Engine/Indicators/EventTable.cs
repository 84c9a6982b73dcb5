using System.Collections;
using Dnma.Engine.Contracts;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators;

/// <summary>
/// Custom indicators: clicks, downloads and events by label, period and territory; one row a key, sorted by the six key columns as UTF-8
/// bytes, as in <c>events.csv</c>. Immutable, thread safe.
/// </summary>
[TypeFormatterSource]
public sealed class EventTable : IReadOnlyList<EventRow>
{
    private readonly EventColumns _columns;

    internal EventTable(EventColumns columns) => _columns = columns;

    /// <summary>How many rows there are.</summary>
    public int Count => _columns.Count;

    /// <summary>The columns, for whoever moves the table as a whole.</summary>
    internal EventColumns Columns => _columns;

    /// <summary>The row at <paramref name="index"/>, 0-based.</summary>
    public EventRow this[int index] => _columns.Row(index);

    /// <summary>The rows of some periods and levels, in the same order.</summary>
    public EventTable Of(IReadOnlyCollection<PeriodKind> periods, IReadOnlyCollection<TerritoryLevel> levels) =>
        new(_columns.Take([.. Enumerable.Range(0, Count).Where(row => periods.Contains(_columns.Period[row]) && levels.Contains(_columns.Level[row]))]));

    /// <summary>The rows of some territories, in the same order.</summary>
    internal EventTable Of(Func<TerritoryLevel, string, bool> isShown) =>
        new(_columns.Take([.. Enumerable.Range(0, Count).Where(row => isShown(_columns.Level[row], _columns.Code[row]))]));

    /// <inheritdoc />
    public IEnumerator<EventRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return _columns.Row(index);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
