using Dnma.Engine.Hits;
using Dnma.Engine.Time;

namespace Dnma.Engine.Indicators.Counting;

/// <summary>Turns counted rows into the published table: texts for codes, empty days made visible, everything in order.</summary>
internal sealed class IndicatorTableBuilder
{
    private readonly RollUp _rollUp;
    private readonly TableOrder _order;
    private readonly Dimension[] _useDimensions;
    private readonly CodeTexts[] _useTexts;
    private readonly int[] _dimensionRanks;
    private readonly int[] _slotRanks = CodeTexts.RanksOf(ModalitySlots.Modalities);

    /// <param name="rollUp">The counted rows.</param>
    /// <param name="order">The order and texts of periods and territories.</param>
    /// <param name="dictionaries">What the values of used dimensions mean.</param>
    /// <param name="customNames">The custom dimensions' names.</param>
    public IndicatorTableBuilder(RollUp rollUp, TableOrder order, HitDictionaries dictionaries, IReadOnlyList<string> customNames)
    {
        _rollUp = rollUp;
        _order = order;
        _useDimensions = UseDimensions.Of(customNames);
        LabelDictionary[] labels = [dictionaries.Services, dictionaries.Types, dictionaries.Tools, .. dictionaries.Custom];
        _useTexts = [.. labels.Select(label => new CodeTexts(label))];
        _dimensionRanks = CodeTexts.RanksOf([.. ModalitySlots.Dimensions.Concat(_useDimensions).Select(dimension => dimension.Code)]);
    }

    /// <summary>Makes the table.</summary>
    /// <param name="range">The measured days: each of them, and each week and month that they touch, gets its national row, zeros included.</param>
    public IndicatorTable Build(DayRange range)
    {
        foreach (var period in new[] { PeriodKind.Day, PeriodKind.Week, PeriodKind.Month })
        {
            for (var day = range.Start; day < range.End; day++)
            {
                var start = LocalCalendar.PeriodStart(period, day, range.Start);
                _rollUp.Slots.Row(_rollUp.Slots.BlockIndex(new BlockKey(period, start, TerritoryLevel.National, 0)), ModalitySlots.Total, 0);
            }
        }

        var slots = _rollUp.Slots;
        var uses = _rollUp.Uses;
        var rows = new List<int>(slots.Count + uses.Count);
        for (var row = 0; row < slots.Count; row++)
        {
            rows.Add(row);
        }

        for (var row = 0; row < uses.Count; row++)
        {
            // Complemented: a row of the other kind.
            rows.Add(~row);
        }

        return new IndicatorTable(Fill([.. rows]));
    }

    private IndicatorColumns Fill(int[] rows)
    {
        var keys = new UInt128[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            keys[i] = KeyOf(rows[i]);
        }

        Array.Sort(keys, rows);
        var columns = IndicatorColumns.Allocate(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            if (row >= 0)
            {
                var slot = _rollUp.Slots.DimensionOf(row);
                Set(columns, i, _rollUp.Slots.BlockOf(row), ModalitySlots.Dimensions[slot], ModalitySlots.Modalities[slot], _rollUp.Slots[row]);
            }
            else
            {
                var dimension = _rollUp.Uses.DimensionOf(~row);
                var text = _useTexts[dimension].Texts[_rollUp.Uses.ValueOf(~row)];
                Set(columns, i, _rollUp.Uses.BlockOf(~row), _useDimensions[dimension], text, _rollUp.Uses[~row]);
            }
        }

        return columns;
    }

    private UInt128 KeyOf(int row)
    {
        if (row >= 0)
        {
            var slot = _rollUp.Slots.DimensionOf(row);
            return new UInt128(_order.KeyOf(_rollUp.Slots.BlockOf(row)), ((ulong)_dimensionRanks[slot] << 32) | (uint)_slotRanks[slot]);
        }

        var dimension = _rollUp.Uses.DimensionOf(~row);
        var rank = _useTexts[dimension].Ranks[_rollUp.Uses.ValueOf(~row)];
        return new UInt128(_order.KeyOf(_rollUp.Uses.BlockOf(~row)), ((ulong)_dimensionRanks[ModalitySlots.Count + dimension] << 32) | (uint)rank);
    }

    private void Set(IndicatorColumns columns, int i, BlockKey block, Dimension dimension, string modality, in RowFigures figures)
    {
        columns.Period[i] = block.Period;
        columns.PeriodStart[i] = _order.StartOf(block);
        columns.Level[i] = block.Level;
        columns.Code[i] = _order.CodeOf(block);
        columns.Dimension[i] = dimension;
        columns.Modality[i] = modality;
        columns.Visits[i] = figures.Measures.Visits;
        columns.Users[i] = figures.Users;
        columns.PageViews[i] = figures.Measures.PageViews;
        columns.Hits[i] = figures.Measures.Hits;
        columns.DurationMs[i] = figures.Measures.DurationMs;
        columns.TimedVisits[i] = figures.Measures.TimedVisits;
        columns.Bounces[i] = figures.Measures.Bounces;
        columns.FlashVisits[i] = figures.Measures.FlashVisits;
    }
}
