using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Turns counted events into their table.</summary>
internal static class EventTableBuilder
{
    /// <param name="rows">The counted events.</param>
    /// <param name="order">The order and texts of periods and territories.</param>
    /// <param name="labels">The labels of events.</param>
    /// <param name="periods">The kinds of period asked for.</param>
    /// <param name="levels">The levels asked for.</param>
    public static EventTable Build(
        RowCells rows, TableOrder order, LabelDictionary labels, IReadOnlyList<PeriodKind> periods, IReadOnlyList<TerritoryLevel> levels)
    {
        var texts = new CodeTexts(labels);
        var events = new List<int>();
        var keys = new List<UInt128>();
        for (var row = 0; row < rows.Count; row++)
        {
            var block = rows.BlockOf(row);
            if (periods.Contains(block.Period) && levels.Contains(block.Level))
            {
                // Kinds are numbered in the order of their codes.
                events.Add(row);
                var rank = ((ulong)rows.DimensionOf(row) << 32) | (uint)texts.Ranks[rows.ValueOf(row)];
                keys.Add(new UInt128(order.KeyOf(block), rank));
            }
        }

        var sorted = events.ToArray();
        Array.Sort(keys.ToArray(), sorted);
        var columns = EventColumns.Allocate(sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            var row = sorted[i];
            var block = rows.BlockOf(row);
            columns.Period[i] = block.Period;
            columns.PeriodStart[i] = order.StartOf(block);
            columns.Level[i] = block.Level;
            columns.Code[i] = order.CodeOf(block);
            columns.Kind[i] = (EventKind)(rows.DimensionOf(row) - UseDimensions.FirstEvent);
            columns.Label[i] = texts.Texts[rows.ValueOf(row)];
            columns.Events[i] = rows[row].Measures.Hits;
            columns.Users[i] = rows[row].Users;
        }

        return new EventTable(columns);
    }
}
