using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports;

/// <summary>
/// One of the four published tables: a row an establishment and week with at least one visit, sorted by week, then UAI. Immutable, thread
/// safe; keeps the indicators alive, and costs four bytes a cell beside them.
/// </summary>
[TypeFormatterSource]
public sealed class OpenDataTable
{
    private const int Absent = -1;
    private const int Suppressed = -2;

    private readonly IndicatorColumns _source;
    private readonly int[] _rows;
    private readonly int[] _cells;
    private readonly EstablishmentLabels[] _labels;

    internal OpenDataTable(OpenDataSet set, IndicatorColumns source, int[] rows, int[] cells, EstablishmentLabels[] labels, long unattributed)
    {
        Set = set;
        UnattributedVisits = unattributed;
        (_source, _rows, _cells, _labels) = (source, rows, cells, labels);
    }

    /// <summary>The schema.</summary>
    public OpenDataSet Set { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Length;

    /// <summary>Visits of the same weeks that have no establishment, and so no row.</summary>
    public long UnattributedVisits { get; }

    /// <summary>Arranges the week × establishment rows of <paramref name="indicators"/>; without such rows the table is empty.</summary>
    /// <param name="set">Which table.</param>
    /// <param name="indicators">Measured by week at establishment level, by the total and the dimensions of the set.</param>
    /// <param name="labels">Where the labels come from.</param>
    /// <param name="suppressed">Which rows of the indicators are withheld from publication; none without it.</param>
    public static OpenDataTable Of(
        OpenDataSet set, IndicatorTable indicators, IEstablishmentLabels labels, Func<IndicatorRow, bool>? suppressed = null) =>
        new OpenDataBuilder(set, indicators.Columns, labels, suppressed).Build();

    /// <summary>The Monday of a row's week.</summary>
    public DateOnly WeekStart(int row) => LocalCalendar.DateOf(WeekStartDay(row));

    /// <summary>The UAI of a row.</summary>
    public string Uai(int row) => _source.Code[_rows[row]];

    /// <summary>The labels of a row's establishment.</summary>
    public EstablishmentLabels Labels(int row) => _labels[row];

    /// <summary>What a row says of the modality at <paramref name="measure"/> in <see cref="OpenDataSet.Measures"/>.</summary>
    public OpenDataCell Cell(int row, int measure)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)measure, (uint)Set.Measures.Count);
        var cell = _cells[(row * Set.Measures.Count) + measure];
        if (cell < 0)
        {
            return cell == Suppressed ? new OpenDataCell(0, 0, 0, IsSuppressed: true) : default;
        }

        var visits = Set.Measures[measure].DividesByVisits ? _source.Visits[cell] : _source.TimedVisits[cell];
        var mean = new Ratio(_source.DurationMs[cell], visits * 1000);
        return new OpenDataCell(_source.Visits[cell], _source.Users[cell], mean.Round());
    }

    /// <summary>The day number of <see cref="WeekStart"/>.</summary>
    internal int WeekStartDay(int row) => _source.PeriodStart[_rows[row]];

    /// <summary>What a cell points to where no row of the indicators stands behind it.</summary>
    internal static int Marker(bool suppressed) => suppressed ? Suppressed : Absent;
}
