using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports.Dashboard;

/// <summary>
/// What <c>dashboard.html</c> shows: every figure comes from an <see cref="IndicatorTable"/> (national level over the whole range, by day
/// and by week; académies and establishments over the whole range), every text from a <see cref="DashboardContext"/>. Shares and means are
/// kept as quotients of the table's integers. Immutable, thread safe.
/// </summary>
public sealed class DashboardData
{
    private DashboardData(DashboardContext context) => Context = context;

    /// <summary>What the page says beside its figures.</summary>
    public DashboardContext Context { get; }

    /// <summary>Warnings in the order they are shown: broken laws first, then alarms of the controls, then those of the context, then what the table lacks.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>A sentence in place of the charts where there is nothing to draw, else empty.</summary>
    internal string Notice { get; private init; } = "";

    internal IReadOnlyList<DashboardCard> Cards { get; private init; } = [];

    internal IReadOnlyList<DashboardSection> Sections { get; private init; } = [];

    /// <summary>
    /// Gathers what the page shows. Breakdowns and levels that the table does not hold are left out of the page; without the row of the
    /// whole range (<c>all</c>), only the days and weeks are shown, with a warning. A table without visits gives a page that says so.
    /// </summary>
    public static DashboardData From(IndicatorTable table, DashboardContext context)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(context);
        var figures = NationalFigures.Of(table);
        var warnings = context.Laws
            .Where(static law => !law.Holds)
            .Select(static law => $"Loi non tenue : {law.Name} (attendu {FrenchFormat.Count(law.Expected)}, obtenu {FrenchFormat.Count(law.Actual)}). Ces chiffres ne doivent pas être publiés.")
            .Concat(ControlSection.Warnings(context.Findings))
            .Concat(context.Warnings)
            .Select(static text => OutsideText.Of(text, OutsideText.LongestSentence))
            .ToList();

        var isEmpty = figures.Whole is { } total ? total.Visits == 0 : figures.Days.Concat(figures.Weeks).All(static row => row.Visits == 0);
        var whole = figures.Whole ?? (isEmpty ? default(IndicatorRow) : null);
        if (whole is null)
        {
            warnings.Add("La période entière (« all ») n’est pas dans cette mesure : seuls les jours et les semaines sont montrés.");
        }

        return new DashboardData(context)
        {
            Warnings = warnings,
            Notice = isEmpty ? "Aucune visite dans la période mesurée." : "",
            Cards = whole is { } row ? KeyFigures.Of(figures, row) : [],
            Sections = [.. isEmpty ? [] : Measured(figures, whole, context), .. Optional(ControlSection.Of(context.Findings, context.NameOf)), .. Optional(TraceSection.Of(context))],
        };
    }

    private static IEnumerable<DashboardSection> Measured(NationalFigures figures, IndicatorRow? whole, DashboardContext context) =>
        whole is { } row
            ?
            [
                .. Optional(AttendanceSection.Of(figures)),
                .. Optional(ServiceSection.Of(figures, row)),
                .. AudienceSection.Of(figures, row),
                .. Optional(TerritorySection.Of(figures, row, context.NameOf)),
            ]
            : Optional(AttendanceSection.Of(figures));

    private static IEnumerable<DashboardSection> Optional(DashboardSection? section) => section is null ? [] : [section];
}
