using Dnma.Engine.Reports;

namespace Dnma.Engine.History.Reading;

/// <summary>The modalities of one data set over all its files, and where each file has them. Immutable.</summary>
internal sealed class TableColumns
{
    private readonly Dictionary<FileLayout, int[]> _cells = [];
    private readonly Dictionary<FileLayout, int[]> _texts = [];

    public TableColumns(OpenDataSet set, IEnumerable<FileLayout> layouts)
    {
        FileLayout[] all = [.. layouts];
        Measures = [.. set.Measures.Concat(all.SelectMany(layout => layout.Measures)).DistinctBy(measure => (measure.Dimension, measure.Modality))];
        TextNames = [.. all.SelectMany(layout => layout.TextNames).Distinct()];
        foreach (var layout in all)
        {
            var cells = new int[Measures.Length * FileLayout.Parts];
            Array.Fill(cells, -1);
            for (var measure = 0; measure < layout.Measures.Count; measure++)
            {
                var (dimension, modality) = (layout.Measures[measure].Dimension, layout.Measures[measure].Modality);
                var index = Array.FindIndex(Measures, other => other.Dimension == dimension && other.Modality == modality);
                for (var part = 0; part < FileLayout.Parts; part++)
                {
                    cells[(index * FileLayout.Parts) + part] = layout.CellOf(measure, part);
                }
            }

            _cells.Add(layout, cells);
            _texts.Add(layout, [.. TextNames.Select(name => layout.TextNames.ToList().IndexOf(name))]);
        }
    }

    /// <summary>The modalities: the set's own, then those that it does not have.</summary>
    public OpenDataMeasure[] Measures { get; }

    /// <summary>The columns that are kept as texts.</summary>
    public string[] TextNames { get; }

    /// <summary>By modality and part, the column of figures in a file; −1 where it has none.</summary>
    public int[] CellsOf(FileLayout layout) => _cells[layout];

    /// <summary>By name, the column of texts in a file; −1 where it has none.</summary>
    public int[] TextsOf(FileLayout layout) => _texts[layout];
}
