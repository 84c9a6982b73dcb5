using Dnma.Engine.Charts.Words;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Charts.Making;

/// <summary>The rows of an indicator table that a chart is of: one territory, one period. Immutable.</summary>
internal sealed class ChartRows
{
    private ChartRows(ChartRequest request, PeriodKind period, IndicatorRow[] rows, DateOnly? last) => (Request, Period, Rows, Last) = (request, period, rows, last);

    public ChartRequest Request { get; }

    public PeriodKind Period { get; }

    /// <summary>In the table's order; empty where it has none.</summary>
    public IndicatorRow[] Rows { get; }

    /// <summary>The last measured day; null where no row tells.</summary>
    private DateOnly? Last { get; }

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
        return new ChartRows(request, period, [.. rows.Where(row => row.PeriodStart == start)], LastDayOf(table));
    }

    public IReadOnlyList<IndicatorRow> Of(Dimension dimension) => [.. Rows.Where(row => row.Dimension == dimension)];

    /// <summary>Whether a row of a dimension is withheld: what is shown is then not all that was counted.</summary>
    public bool IsWithheld(Dimension dimension) => Array.Exists(Rows, row => row.Dimension == dimension && row.IsWithheld);

    /// <summary>Where and when.</summary>
    public string Subtitle => Rows.Length > 0 ? $"{Words.Place(Request)}, {When(Words, Period, Rows[0].PeriodStart, Last)}" : Words.Place(Request);

    /// <summary>A period; of the whole range its days, where the last is known.</summary>
    public static string When(ChartWords words, PeriodKind period, DateOnly start, DateOnly? last) =>
        period == PeriodKind.All && last is { } end ? words.Say($"du {words.Date(start)} au {words.Date(end)}", $"{words.Date(start)} to {words.Date(end)}") : words.Period(period, start);

    /// <summary>The last day that a table has a row of: every measured day is one of the nation's.</summary>
    public static DateOnly? LastDayOf(IndicatorTable table)
    {
        DateOnly? last = null;
        foreach (var row in table)
        {
            last = row is { Period: PeriodKind.Day, Level: TerritoryLevel.National } && !(row.PeriodStart <= last) ? row.PeriodStart : last;
        }

        return last;
    }
}
