using Dnma.Engine.Indicators;
using Dnma.Engine.Store.Exchange;
using Dnma.Engine.Store.Sql;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports;

/// <summary>
/// The one list of the columns of indicators: what data frames, Arrow, Parquet and SQL are written from and read by. CSV has the same
/// (<see cref="IndicatorCsv.Header"/>), whose bytes are a contract of their own.
/// </summary>
internal static class IndicatorFields
{
    /// <summary>Of dimensions that are not the engine's own: equal codes must not cost an object each.</summary>
    private static readonly Dictionary<string, Dimension> Shipped = Dimension.Shipped.ToDictionary(dimension => dimension.Code, StringComparer.Ordinal);

    /// <summary>The six keys.</summary>
    public static IReadOnlyList<IndicatorField> Keys { get; } =
    [
        new("period", Text("period", columns => row => columns.Period[row].Code()), (columns, row, from) =>
            columns.Period[row] = IndicatorCodes.TryParse(Known(from, row), out PeriodKind period) ? period : throw new FormatException("it is no kind of period")),
        new("period_start", columns => new SqlDate("period_start", row => LocalCalendar.DateOf(columns.PeriodStart[row]), isNullable: false), (columns, row, from) =>
            columns.PeriodStart[row] = LocalCalendar.DayOf(from.Date(row) ?? throw Missing())),
        new("level", Text("level", columns => row => columns.Level[row].Code()), (columns, row, from) =>
            columns.Level[row] = IndicatorCodes.TryParse(Known(from, row), out TerritoryLevel level) ? level : throw new FormatException("it is no level")),
        new("code", Text("code", columns => row => columns.Code[row]), (columns, row, from) => columns.Code[row] = Known(from, row)),
        new("dimension", Text("dimension", columns => row => columns.Dimension[row].Code), (columns, row, from) => columns.Dimension[row] = DimensionOf(columns, row, Known(from, row))),
        new("modality", Text("modality", columns => row => columns.Modality[row]), (columns, row, from) => columns.Modality[row] = Known(from, row)),
    ];

    /// <summary>The eight figures: all of a row are there, or all are withheld.</summary>
    public static IReadOnlyList<IndicatorField> Figures { get; } =
    [
        Figure("visits", columns => columns.Visits),
        Figure("users", columns => columns.Users),
        Figure("page_views", columns => columns.PageViews),
        Figure("hits", columns => columns.Hits),
        Figure("duration_ms", columns => columns.DurationMs),
        Figure("timed_visits", columns => columns.TimedVisits),
        Figure("bounces", columns => columns.Bounces),
        Figure("flash_visits", columns => columns.FlashVisits),
    ];

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<IndicatorField> All { get; } = [.. Keys, .. Figures];

    private static Func<IndicatorColumns, SqlColumn> Text(string name, Func<IndicatorColumns, Func<int, string>> at) => columns => new SqlText(name, at(columns));

    private static IndicatorField Figure(string name, Func<IndicatorColumns, long[]> of) => new(
        name,
        columns => FigureOf(name, columns, of(columns)),
        (columns, row, from) =>
        {
            var figure = from.Whole(row) ?? throw new FormatException("it is missing where other figures of the row are not");
            of(columns)[row] = figure >= 0 ? figure : throw new FormatException("it is negative");
        });

    private static SqlInteger FigureOf(string name, IndicatorColumns columns, long[] figures) =>
        new(name, row => columns.IsWithheld(row) ? null : figures[row]);

    private static Dimension DimensionOf(IndicatorColumns columns, int row, string code) =>
        Shipped.TryGetValue(code, out var shipped) ? shipped
        : row > 0 && columns.Dimension[row - 1].Code == code ? columns.Dimension[row - 1]
        : Dimension.Custom(code);

    private static string Known(ForeignColumn from, int row) => from.Text(row) ?? throw Missing();

    private static FormatException Missing() => new("it is missing");
}
