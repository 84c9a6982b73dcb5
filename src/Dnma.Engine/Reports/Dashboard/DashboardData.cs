using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// What <c>dashboard.html</c> shows: rows of an <see cref="IndicatorTable"/> as they are, by which the page answers its filters, and the texts of a
/// <see cref="DashboardContext"/>. A figure that no row holds is not on the page, and no users are ever added up. Immutable, thread safe.
/// </summary>
public sealed class DashboardData
{
    /// <summary>How many rows a page holds; the others are said to be in <c>indicators.csv</c>.</summary>
    internal const int MostRows = 600_000;

    private DashboardData(DashboardContext context, PageRows rows, PageChunks chunks) => (Context, Rows, Chunks) = (context, rows, chunks);

    /// <summary>What the page says beside its figures.</summary>
    public DashboardContext Context { get; }

    /// <summary>Warnings in the order they are shown: broken laws first, then alarms of the controls, then those of the context, then what the table lacks.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>A sentence in place of the charts where there is nothing to draw, else empty.</summary>
    internal string Notice { get; private init; } = "";

    internal PageRows Rows { get; }

    internal PageChunks Chunks { get; }

    /// <summary>The chunks of the territories of large levels.</summary>
    internal IReadOnlyDictionary<TerritoryLevel, int> LevelChunks { get; private init; } = new Dictionary<TerritoryLevel, int>();

    /// <summary>The measured days; empty where there are none.</summary>
    internal DayRange Range { get; private init; }

    /// <summary>In each period the national visits without an establishment, where no row that would tell is missing.</summary>
    internal IReadOnlyDictionary<(PeriodKind Kind, int Start), long> WithoutEstablishment { get; private init; } = new Dictionary<(PeriodKind Kind, int Start), long>();

    /// <summary>What no filter changes: controls, ledgers, laws, inputs, definition.</summary>
    internal IReadOnlyList<DashboardSection> Sections { get; private init; } = [];

    /// <summary>
    /// Gathers what the page shows. Breakdowns, levels and periods that the table does not hold are not offered, or said to be missing; the page opens with the
    /// coarsest territory of the longest period. A table without visits gives a page that says so.
    /// </summary>
    public static DashboardData From(IndicatorTable table, DashboardContext context) => From(table, context, MostRows);

    /// <summary>The same with another size of page, until it is cancelled.</summary>
    internal static DashboardData From(IndicatorTable table, DashboardContext context, int mostRows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        var range = context.Days is { } days ? DayRange.Of(days.From, days.To) : DaysOf(table.Columns);
        var chunks = new PageChunks(cancellation);
        var rows = PageRows.Of(table, range, chunks, mostRows, cancellation);
        var isEmpty = !HasVisits(table.Columns);
        return new DashboardData(context, rows, chunks)
        {
            Warnings = [.. WarningsOf(context, rows).Select(static text => OutsideText.Of(text, OutsideText.LongestSentence))],
            Notice = !isEmpty ? "" : context.IsExtract ? "Aucune visite dans cet extrait." : "Aucune visite dans la période mesurée.",
            Range = range,
            LevelChunks = rows.Levels.Where(static level => level.IsLarge).ToDictionary(static level => level.Level, level => chunks.Add(LevelJson.Territories(level, context))),
            WithoutEstablishment = WithoutEstablishmentIn(table.Columns, context.IsExtract),
            Sections = [.. Optional(ControlSection.Of(context.Findings, context.NameOf)), .. Optional(TraceSection.Of(context))],
        };
    }

    private static IEnumerable<string> WarningsOf(DashboardContext context, PageRows rows) =>
    [
        .. context.Laws
            .Where(static law => !law.Holds)
            .Select(static law => $"Loi non tenue : {law.Name} (attendu {FrenchFormat.Count(law.Expected)}, obtenu {FrenchFormat.Count(law.Actual)}). Ces chiffres ne doivent pas être publiés."),
        .. ControlSection.Warnings(context.Findings),
        .. context.Warnings,
        .. rows.TooLarge > 0 ? new[] { $"{FrenchFormat.Of(rows.TooLarge, "ligne porte", "lignes portent")} des nombres qu’un navigateur ne montrerait pas exactement : lisez-les dans indicators.csv." } : [],
    ];

    private static bool HasVisits(IndicatorColumns columns)
    {
        for (var row = 0; row < columns.Count; row++)
        {
            if (columns.Visits[row] > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>From the first to the last day that has a row of its own.</summary>
    private static DayRange DaysOf(IndicatorColumns columns)
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var row = 0; row < columns.Count; row++)
        {
            if (columns.Period[row] == PeriodKind.Day)
            {
                (first, last) = (Math.Min(first, columns.PeriodStart[row]), Math.Max(last, columns.PeriodStart[row]));
            }
        }

        return first > last ? default : new DayRange(first, last + 1);
    }

    private static Dictionary<(PeriodKind Kind, int Start), long> WithoutEstablishmentIn(IndicatorColumns columns, bool isExtract)
    {
        var (visits, withheld) = (new Dictionary<(PeriodKind Kind, int Start), long>(), new HashSet<(PeriodKind Kind, int Start)>());
        for (var row = 0; row < columns.Count; row++)
        {
            if (columns.Level[row] != TerritoryLevel.Establishment || columns.Dimension[row] != Dimension.Total)
            {
                continue;
            }

            var period = (columns.Period[row], columns.PeriodStart[row]);
            if (columns.IsWithheld(row))
            {
                withheld.Add(period);
            }
            else if (columns.Code[row] == IndicatorCodes.Unknown)
            {
                visits[period] = columns.Visits[row];
            }
            else if (!isExtract)
            {
                // Of a whole table, no row means no visit.
                visits.TryAdd(period, 0);
            }
        }

        return visits.Where(period => !withheld.Contains(period.Key)).ToDictionary();
    }

    private static IEnumerable<DashboardSection> Optional(DashboardSection? section) => section is null ? [] : [section];
}
