using Dnma.Engine.Charts.Words;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Charts.Making;

/// <summary>The rows of an indicator table that a chart is of: one territory, one period. Immutable.</summary>
internal sealed class ChartRows
{
    private ChartRows(ChartRequest request, PeriodKind period, IndicatorRow[] rows) => (Request, Period, Rows) = (request, period, rows);

    public ChartRequest Request { get; }

    public PeriodKind Period { get; }

    /// <summary>In the table's order; empty where it has none.</summary>
    public IndicatorRow[] Rows { get; }

    public ChartWords Words => ChartWords.Of(Request.Language);

    /// <summary>The row of everybody; null where there is none.</summary>
    public IndicatorRow? Total => Of(Dimension.Total) is [var row, ..] ? row : null;

    /// <summary>The rows of one period: that asked for, else the first that the table has.</summary>
    public static ChartRows Of(IndicatorTable table, ChartRequest request)
    {
        ArgumentNullException.ThrowIfNull(table);
        var period = request.Period ?? PeriodKind.All;
        var rows = table.Where(row => row.Period == period && row.Level == request.Level && row.Code == request.Code).ToArray();
        DateOnly? start = request.Start ?? (rows.Length > 0 ? rows[0].PeriodStart : null);
        return new ChartRows(request, period, [.. rows.Where(row => row.PeriodStart == start)]);
    }

    public IReadOnlyList<IndicatorRow> Of(Dimension dimension) => [.. Rows.Where(row => row.Dimension == dimension)];

    /// <summary>Whether a row of a dimension is withheld: what is shown is then not all that was counted.</summary>
    public bool IsWithheld(Dimension dimension) => Array.Exists(Rows, row => row.Dimension == dimension && row.IsWithheld);

    /// <summary>Where and when.</summary>
    public string Subtitle => string.Join(", ", new[] { Words.Place(Request), Rows.Length > 0 ? Words.Period(Period, Rows[0].PeriodStart) : "" }.Where(text => text.Length > 0));
}
