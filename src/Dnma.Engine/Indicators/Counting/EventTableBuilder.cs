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
    /// <param name="cancellation">Stops the making.</param>
    public static EventTable Build(
        RowCells rows, TableOrder order, LabelDictionary labels, IReadOnlyList<PeriodKind> periods, IReadOnlyList<TerritoryLevel> levels, CancellationToken cancellation = default)
    {
        var texts = new CodeTexts(labels);
        var keys = new ulong[rows.Modalities];
        for (var modality = 0; modality < keys.Length; modality++)
        {
            // Kinds are numbered in the order of their codes.
            var (dimension, label) = rows.ModalityOf(modality);
            keys[modality] = ((ulong)dimension << 32) | (uint)texts.Ranks[label];
        }

        var ordered = new OrderedRows(rows, order, keys, block => periods.Contains(block.Period) && levels.Contains(block.Level));
        var columns = EventColumns.Allocate(ordered.Count);
        ordered.ForEach((int i, BlockKey block, int modality, in RowFigures figures) =>
        {
            var (dimension, label) = rows.ModalityOf(modality);
            columns.Period[i] = block.Period;
            columns.PeriodStart[i] = order.StartOf(block);
            columns.Level[i] = block.Level;
            columns.Code[i] = order.CodeOf(block);
            columns.Kind[i] = (EventKind)(dimension - UseDimensions.FirstEvent);
            columns.Label[i] = texts.Texts[label];
            columns.Events[i] = figures.Measures.Hits;
            columns.Users[i] = figures.Users;
        }, cancellation);
        return new EventTable(columns);
    }
}
