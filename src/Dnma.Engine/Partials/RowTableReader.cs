using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;
using Dnma.Engine.Time;

namespace Dnma.Engine.Partials;

/// <summary>Reads rows that <see cref="RowTableWriter"/> wrote, and adds them to those of other shards.</summary>
internal sealed class RowTableReader(DigestedReader file, TerritoryIndex territories)
{
    // As the days of hits; the periods around them begin up to a year before.
    private static readonly int EarliestStart = LocalCalendar.DayOf(new DateOnly(2004, 1, 1));
    private static readonly int LatestStart = LocalCalendar.DayOf(new DateOnly(2100, 1, 1));

    public void AddTo(RowCells rows, RowTexts texts, CancellationToken cancellation)
    {
        var modalities = ReadModalities(rows, texts);
        var codes = ReadTerritories();
        var last = (Period: (PeriodKind)0, Start: int.MinValue, Level: (TerritoryLevel)0, Number: -1);
        for (var left = file.ReadLength(); left > 0; left--)
        {
            cancellation.ThrowIfCancellationRequested();
            var key = (Period: (PeriodKind)file.ReadByte(), Start: ReadStart(), Level: (TerritoryLevel)file.ReadByte(), Number: file.ReadLength());
            file.Demand(key.Period <= PeriodKind.All && (int)key.Level < CountingPlan.LevelCount, "a block is of no kind of period or of no level");
            file.Demand(LocalCalendar.PeriodStart(key.Period, key.Start, DayPeriods.AllStart) == key.Start, "a period begins on a day on which none of its kind does");
            file.Demand(key.Number < codes[(int)key.Level].Count, "a block is of no territory");
            file.Demand(key.CompareTo(last) > 0, "blocks are not in order");
            last = key;
            AddRows(rows, rows.BlockIndex(new BlockKey(key.Period, key.Start, key.Level, codes[(int)key.Level][key.Number])), modalities);
        }
    }

    private void AddRows(RowCells rows, int block, List<int> modalities)
    {
        var number = -1;
        for (var left = file.ReadLength(); left > 0; left--)
        {
            var skipped = file.ReadCount();
            file.Demand(skipped < modalities.Count - number - 1, "a row is of no modality");
            number += (int)skipped + 1;
            ref var row = ref rows.Row(block, modalities[number]);
            row.Measures.Visits += file.ReadCount();
            row.Users += file.ReadCount();
            row.Measures.PageViews += file.ReadCount();
            row.Measures.Hits += file.ReadCount();
            row.Measures.DurationMs += file.ReadCount();
            row.Measures.TimedVisits += file.ReadCount();
            row.Measures.Bounces += file.ReadCount();
            row.Measures.FlashVisits += file.ReadCount();
        }
    }

    private List<int> ReadModalities(RowCells rows, RowTexts texts)
    {
        var modalities = new List<int>();
        file.Demand(file.ReadLength() == texts.Dimensions.Count, "it has other dimensions than this engine");
        for (var place = 0; place < texts.Dimensions.Count; place++)
        {
            file.Demand(file.ReadText() == texts.Dimensions[place], "it has other dimensions than this engine");
            ReadLabels(label =>
            {
                file.Demand(texts.TryFind(place, label, out var modality), "a modality is unknown to this engine");
                modalities.Add(rows.ModalityIndex(modality.Dimension, modality.Value));
            });
        }

        return modalities;
    }

    private List<int>[] ReadTerritories()
    {
        var codes = new List<int>[CountingPlan.LevelCount];
        foreach (var level in Enum.GetValues<TerritoryLevel>())
        {
            var found = codes[(int)level] = [];
            var labels = territories.LabelsOf(level);
            ReadLabels(label =>
            {
                file.Demand(labels is not null || label.IsEmpty, "the nation has a label");
                found.Add(labels?.CodeOf(label) ?? 0);
            });
        }

        return codes;
    }

    /// <summary>Reads labels in ascending order, so that none is there twice.</summary>
    private void ReadLabels(LabelReading read)
    {
        byte[]? last = null;
        for (var left = file.ReadLength(); left > 0; left--)
        {
            var label = file.ReadUtf8();
            file.Demand(last is null || label.SequenceCompareTo(last) > 0, "labels are not in order");
            last = label.ToArray();
            read(label);
        }
    }

    private int ReadStart()
    {
        var start = file.ReadSigned();
        file.Demand(start == DayPeriods.AllStart || (start >= EarliestStart && start <= LatestStart), "a period is of no possible days");
        return (int)start;
    }

    private delegate void LabelReading(ReadOnlySpan<byte> label);
}
