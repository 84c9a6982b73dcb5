using Dnma.Engine.History.Reading;
using Dnma.Engine.Reports;
using Dnma.Engine.Time;

namespace Dnma.Engine.History;

/// <summary>
/// The rows of one data set: a week of an establishment each, sorted by week, then UAI. Columnar: a row costs some twelve bytes and one to four for each figure that is
/// not the same everywhere near it. No sum of users can be asked for: they add up over nothing. Immutable, thread safe.
/// </summary>
public sealed class PublishedTable
{
    private readonly TableColumns _columns;
    private readonly TableRows _rows;
    private readonly string[] _establishments;
    private readonly EstablishmentLabels[] _labels;
    private readonly Lazy<WeeklySums> _sums;

    internal PublishedTable(OpenDataSet set, TableColumns columns, TableRows rows, string[] establishments, EstablishmentLabels[] labels)
    {
        (Set, _columns, _rows, _establishments, _labels) = (set, columns, rows, establishments, labels);
        _sums = new Lazy<WeeklySums>(() => WeeklySums.Of(this));
    }

    /// <summary>Which data set.</summary>
    public OpenDataSet Set { get; }

    /// <summary>The modalities: the set's own in its order, then those that it does not have, of unknown columns.</summary>
    public IReadOnlyList<OpenDataMeasure> Measures => _columns.Measures;

    /// <summary>The columns that are neither keys nor figures, kept as texts.</summary>
    public IReadOnlyList<string> TextColumns => _columns.TextNames;

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    /// <summary>How many rows were there again with the same figures, and are left out.</summary>
    public int RepeatedRows => _rows.Repeated;

    /// <summary>How many rows were there again with other figures: the one read last stands.</summary>
    public int ContradictedRows => _rows.Contradicted;

    /// <summary>How many rows stood below a later one in their file; here they are sorted.</summary>
    public int UnorderedRows => _rows.Unordered;

    /// <summary>The visits of all modalities, added up week by week, once.</summary>
    internal WeeklySums Sums => _sums.Value;

    /// <summary>The establishments of all tables, in the order of their codes.</summary>
    internal string[] Establishments => _establishments;

    /// <summary>The first day of a row's week as it was published: a Monday, unless a finding says otherwise.</summary>
    public DateOnly WeekStart(int row) => LocalCalendar.DateOf(WeekStartDay(row));

    /// <summary>The UAI of a row; what stood there instead where it has not the form of one; <c>inconnu</c> for nothing.</summary>
    public string Uai(int row) => _establishments[EstablishmentOf(row)];

    /// <summary>The labels of a row's establishment, as published in that row.</summary>
    public EstablishmentLabels Labels(int row)
    {
        var (block, at) = _rows.Find(row);
        return _labels[_rows[block].Labels[at]];
    }

    /// <summary>What a row says of the modality at <paramref name="measure"/> in <see cref="Measures"/>.</summary>
    public PublishedCell Cell(int row, int measure)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)measure, (uint)Measures.Count);
        return new PublishedCell(Known(Figure(row, measure, 0)), Known(Figure(row, measure, 1)), Known(Figure(row, measure, 2)));
    }

    /// <summary>What a row says in the column at <paramref name="column"/> of <see cref="TextColumns"/>; empty where its file has no such column.</summary>
    public string Text(int row, int column)
    {
        var (block, at) = _rows.Find(row);
        var own = _columns.TextsOf(_rows[block].Layout)[column];
        return own < 0 ? "" : _rows[block].Texts![at, own];
    }

    /// <summary>The visits of a modality by school year: visits add up, users do not.</summary>
    /// <param name="measure">The modality, an index into <see cref="Measures"/>.</param>
    public IReadOnlyList<PublishedYear> Years(int measure)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)measure, (uint)Measures.Count);
        return Sums.Years(measure);
    }

    /// <summary>The day number of <see cref="WeekStart"/>.</summary>
    internal int WeekStartDay(int row)
    {
        var (block, at) = _rows.Find(row);
        return _rows[block].Weeks[at];
    }

    /// <summary>The number of a row's establishment.</summary>
    internal int EstablishmentOf(int row)
    {
        var (block, at) = _rows.Find(row);
        return _rows[block].Establishments[at];
    }

    /// <summary>Reads rows one after the other, which is quicker than one by one.</summary>
    internal RowCursor Cursor() => new(_rows, _columns);

    private long Figure(int row, int measure, int part)
    {
        var (block, at) = _rows.Find(row);
        return _rows[block].Cell(at, _columns.CellsOf(_rows[block].Layout)[(measure * FileLayout.Parts) + part]);
    }

    private static long? Known(long figure) => figure == RowBlock.Absent ? null : figure;
}
