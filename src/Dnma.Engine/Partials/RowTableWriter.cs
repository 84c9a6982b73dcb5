using Dnma.Engine.Hits;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Counting;

namespace Dnma.Engine.Partials;

/// <summary>
/// Writes counted rows: the labels of their dimensions and territories, then blocks and rows that refer to these by number. All in the order of
/// texts, so that equal counts make equal bytes whatever order codes came in.
/// </summary>
internal sealed class RowTableWriter(DigestedWriter file, TerritoryIndex territories)
{
    public void Write(RowCells cells, RowTexts texts, CancellationToken cancellation)
    {
        var rows = new BlockRows(cells);
        var modalities = WriteModalities(cells, rows, texts);
        int[] blocks = [.. rows.Blocks];
        var numbers = WriteTerritories(blocks.Select(cells.BlockOf));
        Array.Sort(
            Array.ConvertAll(blocks, block => cells.BlockOf(block) is var key ? (key.Period, key.Start, key.Level, numbers[(key.Level, key.Code)]) : default), blocks);
        file.WriteCount(blocks.Length);
        var block = new List<(int Modality, RowFigures Figures)>();
        foreach (var index in blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            block.Clear();
            rows.ForEach(index, (int modality, in RowFigures figures) => block.Add((modalities[modality], figures)));
            block.Sort((x, y) => x.Modality.CompareTo(y.Modality));
            WriteBlock(cells.BlockOf(index), numbers, block);
        }
    }

    /// <summary>Writes the labels of each dimension, and says at which place among all of them each modality is.</summary>
    private int[] WriteModalities(RowCells cells, BlockRows rows, RowTexts texts)
    {
        var places = new int[cells.Modalities];
        var byDimension = rows.Modalities().ToLookup(modality => texts.PlaceOf(cells.ModalityOf(modality)));
        var next = 0;
        file.WriteCount(texts.Dimensions.Count);
        for (var place = 0; place < texts.Dimensions.Count; place++)
        {
            int[] sorted = [.. byDimension[place]];
            Array.Sort(sorted, (x, y) => texts.LabelOf(cells.ModalityOf(x)).SequenceCompareTo(texts.LabelOf(cells.ModalityOf(y))));
            file.WriteText(texts.Dimensions[place]);
            file.WriteCount(sorted.Length);
            foreach (var modality in sorted)
            {
                file.WriteUtf8(texts.LabelOf(cells.ModalityOf(modality)));
                places[modality] = next++;
            }
        }

        return places;
    }

    /// <summary>Writes the labels of each level, and says at which place among its level's each territory is.</summary>
    private Dictionary<(TerritoryLevel Level, int Code), int> WriteTerritories(IEnumerable<BlockKey> blocks)
    {
        var byLevel = blocks.Select(block => (block.Level, block.Code)).Distinct().ToLookup(territory => territory.Level, territory => territory.Code);
        var places = new Dictionary<(TerritoryLevel, int), int>();
        foreach (var level in Enum.GetValues<TerritoryLevel>())
        {
            int[] sorted = [.. byLevel[level]];
            var labels = territories.LabelsOf(level);
            Array.Sort(sorted, (x, y) => LabelOf(labels, x).SequenceCompareTo(LabelOf(labels, y)));
            file.WriteCount(sorted.Length);
            for (var place = 0; place < sorted.Length; place++)
            {
                file.WriteUtf8(LabelOf(labels, sorted[place]));
                places.Add((level, sorted[place]), place);
            }
        }

        return places;
    }

    private void WriteBlock(BlockKey key, Dictionary<(TerritoryLevel Level, int Code), int> numbers, List<(int Modality, RowFigures Figures)> rows)
    {
        file.WriteByte((byte)key.Period);
        file.WriteSigned(key.Start);
        file.WriteByte((byte)key.Level);
        file.WriteCount(numbers[(key.Level, key.Code)]);
        file.WriteCount(rows.Count);
        var next = 0;
        foreach (var (modality, figures) in rows)
        {
            file.WriteCount(modality - next);
            file.WriteCount(figures.Measures.Visits);
            file.WriteCount(figures.Users);
            file.WriteCount(figures.Measures.PageViews);
            file.WriteCount(figures.Measures.Hits);
            file.WriteCount(figures.Measures.DurationMs);
            file.WriteCount(figures.Measures.TimedVisits);
            file.WriteCount(figures.Measures.Bounces);
            file.WriteCount(figures.Measures.FlashVisits);
            next = modality + 1;
        }
    }

    /// <summary>The nation needs no label: it is alone at its level.</summary>
    private static ReadOnlySpan<byte> LabelOf(LabelDictionary? labels, int code) => labels is null ? default : labels.Utf8(code);
}
