using System.Collections;

namespace Dnma.Engine.Indicators;

/// <summary>
/// Custom indicators: clicks, downloads and events by label, period and territory; one row a key, sorted by the six key columns as UTF-8
/// bytes, as in <c>events.csv</c>. Immutable, thread safe.
/// </summary>
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
