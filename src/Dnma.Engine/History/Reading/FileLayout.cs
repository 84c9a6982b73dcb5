using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;

namespace Dnma.Engine.History.Reading;

/// <summary>The columns of one published file: which data set it is, where each figure stands, what is missing and what is new. Immutable.</summary>
internal sealed class FileLayout
{
    /// <summary>How many columns a modality has: visits, users, time.</summary>
    public const int Parts = 3;

    private readonly bool[] _isDuration;
    private readonly int[] _cells;

    private FileLayout(OpenDataSet set, ColumnRole[] columns, OpenDataMeasure[] measures, int[] cells, bool[] isDuration, string[] texts, string[] unknown, string[] missing)
    {
        (Set, Columns, Measures, TextNames, Unknown, Missing, CellCount) = (set, columns, measures, texts, unknown, missing, isDuration.Length);
        (_cells, _isDuration) = (cells, isDuration);
        var uai = Array.FindIndex(columns, column => column.Kind == ColumnKind.Uai);
        var first = Array.FindIndex(columns, column => column.Kind == ColumnKind.Label);
        var count = columns.Count(column => column.Kind == ColumnKind.Label);
        var isRun = first > uai && count > 0 && columns.Skip(first).TakeWhile(column => column.Kind == ColumnKind.Label).Count() == count;
        (LabelRun, HasLabels) = (isRun ? (first, count) : (-1, 0), count > 0);
    }

    /// <summary>The data set.</summary>
    public OpenDataSet Set { get; }

    /// <summary>The columns in the file's order.</summary>
    public IReadOnlyList<ColumnRole> Columns { get; }

    /// <summary>The modalities: the set's own, then those that it does not have.</summary>
    public IReadOnlyList<OpenDataMeasure> Measures { get; }

    /// <summary>How many columns hold figures.</summary>
    public int CellCount { get; }

    /// <summary>The names of the columns that are kept as texts.</summary>
    public IReadOnlyList<string> TextNames { get; }

    /// <summary>The names of all columns that the data set does not have.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>The names of the data set's columns that the file does not have.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The first column of the labels and how many they are, where they stand side by side behind the UAI; −1 where they do not.</summary>
    public (int First, int Count) LabelRun { get; }

    /// <summary>Whether any label of establishments is there.</summary>
    public bool HasLabels { get; }

    /// <summary>Whether a column of figures holds times.</summary>
    public bool IsDuration(int cell) => _isDuration[cell];

    /// <summary>The column of figures of a part of a modality; −1 when the file has none.</summary>
    public int CellOf(int measure, int part) => _cells[(measure * Parts) + part];

    /// <summary>Reads a header.</summary>
    /// <param name="names">The names, in order.</param>
    /// <param name="file">The file's name, for errors.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UndecidedFormat"/>: it is no published data set. <see cref="ErrorId.InvalidReference"/>: a key is missing, or a column there twice.
    /// </exception>
    public static FileLayout Of(IReadOnlyList<string> names, string file)
    {
        string[] folded = [.. names.Select(ColumnNames.Fold)];
        for (var column = 0; column < folded.Length; column++)
        {
            if (Array.IndexOf(folded, folded[column]) < column)
            {
                throw new EngineException(ErrorId.InvalidReference, file, $"line 1: the column {Shown(names[column])} is there twice", "leave one of the two");
            }
        }

        var set = SetOf(folded) ?? throw new EngineException(ErrorId.UndecidedFormat, file, Undecided(names), "name files of the four data sets fr-en-dnma-par-uai-*, as they were published");
        foreach (var key in OpenDataKeys.Names.Take(2).Where(key => !folded.Contains(ColumnNames.Fold(key))))
        {
            throw new EngineException(ErrorId.InvalidReference, file, $"line 1: the column {key} is missing", "give the file as it was published");
        }

        return new Builder(set, names, folded).Build();
    }

    /// <summary>The data set that most columns of figures are of; of two the one that comes first in the file.</summary>
    private static OpenDataSet? SetOf(string[] folded) => folded.Select(name => ColumnNames.MeasureOf(name)?.Set).OfType<OpenDataSet>()
        .GroupBy(set => set).MaxBy(columns => columns.Count())?.Key;

    private static string Undecided(IReadOnlyList<string> names) => names.Count == 1 && names[0].AsSpan().IndexOfAny(',', '\t', '|') >= 0
        ? "line 1: its columns are not separated by semicolons"
        : "line 1: it has no column of visits that one of the published data sets has";

    private static string Shown(string name) => name.Length <= 64 ? name : name[..64];

    /// <summary>Gives the columns their roles, one after the other.</summary>
    private sealed class Builder(OpenDataSet set, IReadOnlyList<string> names, string[] folded)
    {
        private readonly List<OpenDataMeasure> _measures = [.. set.Measures];
        private readonly List<int> _cells = [.. Enumerable.Repeat(-1, set.Measures.Count * Parts)];
        private readonly List<bool> _isDuration = [];
        private readonly List<string> _texts = [];
        private readonly List<string> _unknown = [];

        public FileLayout Build()
        {
            ColumnRole[] columns = [.. names.Select((name, column) => RoleOf(name, folded[column]))];
            string[] missing = [.. set.ColumnNames.Where(name => !folded.Contains(ColumnNames.Fold(name)))];
            return new FileLayout(set, columns, [.. _measures], [.. _cells], [.. _isDuration], [.. _texts], [.. _unknown], missing);
        }

        private ColumnRole RoleOf(string name, string fold)
        {
            if (ColumnNames.KeyOf(fold) is >= 0 and var key)
            {
                return new ColumnRole(key == 0 ? ColumnKind.Week : key == 1 ? ColumnKind.Uai : ColumnKind.Label, key < 2 ? 0 : key - 2, name);
            }

            var known = ColumnNames.MeasureOf(fold);
            if (known?.Set == set)
            {
                return Figure(known.Value.Measure, known.Value.Part, name);
            }

            _unknown.Add(name);
            if (known is null && ColumnNames.UnknownMeasureOf(name) is { } found && DimensionOf() is { } dimension)
            {
                var measure = _measures.FindIndex(measure => measure.Dimension == dimension && measure.Modality == found.Modality);
                if (measure < 0)
                {
                    measure = _measures.Count;
                    _measures.Add(OpenDataMeasure.Of(dimension, found.Modality, found.Modality));
                    _cells.AddRange(Enumerable.Repeat(-1, Parts));
                }

                if (_cells[(measure * Parts) + found.Part] < 0)
                {
                    return Figure(measure, found.Part, name);
                }
            }

            _texts.Add(name);
            return new ColumnRole(ColumnKind.Text, _texts.Count - 1, name);
        }

        private ColumnRole Figure(int measure, int part, string name)
        {
            _cells[(measure * Parts) + part] = _isDuration.Count;
            _isDuration.Add(part == Parts - 1);
            return new ColumnRole(part == Parts - 1 ? ColumnKind.Duration : ColumnKind.Count, _isDuration.Count - 1, name);
        }

        /// <summary>Of what a modality would be that the set does not have; null where its columns are of several dimensions.</summary>
        private Dimension? DimensionOf()
        {
            Dimension[] all = [.. set.Measures.Select(measure => measure.Dimension).Where(dimension => dimension != Dimension.Total).Distinct()];
            return all.Length == 1 ? all[0] : null;
        }
    }
}
