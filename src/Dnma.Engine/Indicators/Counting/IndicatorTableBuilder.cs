using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Turns counted rows into the published table: texts for codes, empty days made visible, everything in order.</summary>
internal sealed class IndicatorTableBuilder
{
    private readonly RowCells _rows;
    private readonly TableOrder _order;
    private readonly Dimension[] _useDimensions;
    private readonly CodeTexts[] _useTexts;

    /// <param name="rows">The counted rows.</param>
    /// <param name="order">The order and texts of periods and territories.</param>
    /// <param name="dictionaries">What the values of used dimensions mean.</param>
    /// <param name="customNames">The custom dimensions' names.</param>
    public IndicatorTableBuilder(RowCells rows, TableOrder order, HitDictionaries dictionaries, IReadOnlyList<string> customNames)
    {
        _rows = rows;
        _order = order;
        _useDimensions = UseDimensions.Of(customNames);
        LabelDictionary[] labels = [dictionaries.Services, dictionaries.Types, dictionaries.Tools, .. dictionaries.Custom];
        _useTexts = [.. labels.Select(label => new CodeTexts(label))];
    }

    /// <summary>Makes the table.</summary>
    /// <param name="range">The measured days: each of them, and each week and month that they touch, gets its national row, zeros included.</param>
    /// <param name="cancellation">Stops the making.</param>
    public IndicatorTable Build(DayRange range, CancellationToken cancellation = default)
    {
        var total = _rows.ModalityIndex(UseDimensions.Slot, ModalitySlots.Total);
        foreach (var period in new[] { PeriodKind.Day, PeriodKind.Week, PeriodKind.Month })
        {
            for (var day = range.Start; day < range.End; day++)
            {
                var start = LocalCalendar.PeriodStart(period, day, range.Start);
                _rows.Row(_rows.BlockIndex(new BlockKey(period, start, TerritoryLevel.National, 0)), total);
            }
        }

        var modalities = new (Dimension Dimension, string Text)[_rows.Modalities];
        for (var modality = 0; modality < modalities.Length; modality++)
        {
            modalities[modality] = NameOf(modality);
        }

        cancellation.ThrowIfCancellationRequested();
        var ordered = new OrderedRows(_rows, _order, KeysOf(modalities), _ => true);
        cancellation.ThrowIfCancellationRequested();
        var columns = IndicatorColumns.Allocate(ordered.Count);
        ordered.ForEach((int i, BlockKey block, int modality, in RowFigures figures) =>
        {
            columns.Period[i] = block.Period;
            columns.PeriodStart[i] = _order.StartOf(block);
            columns.Level[i] = block.Level;
            columns.Code[i] = _order.CodeOf(block);
            (columns.Dimension[i], columns.Modality[i]) = modalities[modality];
            columns.Visits[i] = figures.Measures.Visits;
            columns.Users[i] = figures.Users;
            columns.PageViews[i] = figures.Measures.PageViews;
            columns.Hits[i] = figures.Measures.Hits;
            columns.DurationMs[i] = figures.Measures.DurationMs;
            columns.TimedVisits[i] = figures.Measures.TimedVisits;
            columns.Bounces[i] = figures.Measures.Bounces;
            columns.FlashVisits[i] = figures.Measures.FlashVisits;
        }, cancellation);
        return new IndicatorTable(columns);
    }

    private (Dimension Dimension, string Text) NameOf(int modality)
    {
        var (dimension, value) = _rows.ModalityOf(modality);
        return dimension == UseDimensions.Slot
            ? (ModalitySlots.Dimensions[value], ModalitySlots.Modalities[value])
            : (_useDimensions[dimension], _useTexts[dimension].Texts[value]);
    }

    /// <summary>Sorts modalities by the codes of their dimensions, then by their texts.</summary>
    private ulong[] KeysOf((Dimension Dimension, string Text)[] modalities)
    {
        var dimensions = CodeTexts.RanksOf(Array.ConvertAll(modalities, modality => modality.Dimension.Code));
        var slots = CodeTexts.RanksOf(ModalitySlots.Modalities);
        var keys = new ulong[modalities.Length];
        for (var modality = 0; modality < keys.Length; modality++)
        {
            var (dimension, value) = _rows.ModalityOf(modality);
            var rank = dimension == UseDimensions.Slot ? slots[value] : _useTexts[dimension].Ranks[value];
            keys[modality] = ((ulong)dimensions[modality] << 32) | (uint)rank;
        }

        return keys;
    }
}
