using Dnma.Engine.Charts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Reports;
using Dnma.Engine.Tests.Analysis.Comparison;
using Dnma.Engine.Tests.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Tests.Charts;

/// <summary>A chart of every kind and factory, of small tables; empty ones, and ones of hostile names.</summary>
internal static class SampleCharts
{
    /// <summary>Marks of HTML, XML, JSON and SQL, a right-to-left mark, a control, half a surrogate pair, a tab, a letter beyond the basic plane.</summary>
    public const string Hostile = "<script>alert('\"&]]>\u202E\u0001\uD800\t\U0001F600{{x}}";

    public static IReadOnlyDictionary<string, Func<LabelLanguage, Chart>> All { get; } = new Dictionary<string, Func<LabelLanguage, Chart>>
    {
        ["time"] = language => AudienceCharts.VisitsOverTime(Table, new() { Language = language }),
        ["levels over time"] = language => AudienceCharts.SchoolLevelsOverTime(Table, new() { Language = language, Period = PeriodKind.Day }),
        ["services"] = language => AudienceCharts.ServiceShares(Table, new() { Language = language }),
        ["service users"] = language => AudienceCharts.ServiceShares(Table, new() { Language = language, Figure = ChartFigure.Users }),
        ["profiles"] = language => AudienceCharts.ProfileShares(Table, new() { Language = language }),
        ["devices"] = language => AudienceCharts.DevicesByProfile(Table, new() { Language = language }),
        ["levels"] = language => AudienceCharts.SchoolLevels(Table, Table, Dimension.Profile, new() { Language = language }),
        ["hours"] = language => AudienceCharts.SchoolDay(Table, new() { Language = language }),
        ["tiles"] = language => AudienceCharts.AcademyTiles(Table, new() { Language = language }),
        ["change"] = language => AudienceCharts.ChangeWaterfall(
            WeeklyRows.Compare(Dnma.Engine.Analysis.Comparison.PeriodRule.YearToDate, new WeeklyRows().Put(WeeklyRows.Monday(2024, 0), "0010024W", 40, 10).Put(WeeklyRows.Monday(2025, 0), "0010024W", 60, 12).FirstWeeks(1)),
            new() { Language = language }),
    };

    public static TheoryData<string> Names() => [.. All.Keys];

    /// <summary>All factories on a table without rows.</summary>
    public static IReadOnlyList<Chart> Empty { get; } = Of(TableOfRows.Of(), new());

    /// <summary>All factories on a table whose every row is withheld.</summary>
    public static IReadOnlyList<Chart> Withheld { get; } = Of(Table.Withholding(_ => true), new() { Language = LabelLanguage.English });

    /// <summary>Charts whose every text from outside is hostile.</summary>
    public static IReadOnlyList<Chart> HostileNames { get; } = Of(
        TableOfRows.Of([.. Table.Select(row => row with { Level = TerritoryLevel.Platform, Code = Hostile }), ChartTables.Row(Dimension.Profile, Hostile, 3, 2, level: TerritoryLevel.Platform, code: Hostile), ChartTables.Row(Dimension.ProfileDevice, Hostile + "_ordinateur", 3, 2, level: TerritoryLevel.Platform, code: Hostile)]),
        new() { Level = TerritoryLevel.Platform, Code = Hostile, Source = Hostile, TimeZone = Hostile });

    private static IndicatorTable Table => TableOfRows.Of(
        ChartTables.Total(80, 10),
        ChartTables.Total(80, 10, PeriodKind.Day, ChartTables.Monday),
        ChartTables.Total(0, 0, PeriodKind.Day, ChartTables.Monday.AddDays(1)),
        ChartTables.Total(9, 8, PeriodKind.Day, ChartTables.Monday.AddDays(3)),
        ChartTables.Row(Dimension.SchoolLevel, "1d", 20, 3, PeriodKind.Day),
        ChartTables.Row(Dimension.SchoolLevel, "2d", 60, 7, PeriodKind.Day),
        ChartTables.Row(Dimension.Service, "notes", 60, 9),
        ChartTables.Row(Dimension.Service, "cahier_textes", 20, 4),
        ChartTables.Row(Dimension.Profile, "eleve", 60, 6),
        ChartTables.Row(Dimension.Profile, "parent", 20, 4),
        ChartTables.Row(Dimension.ProfileDevice, "eleve_smartphone", 60, 6),
        ChartTables.Row(Dimension.ProfileDevice, "parent_ordinateur", 20, 4),
        ChartTables.Row(Dimension.LocalHour, "1-08", 80, 10),
        ChartTables.Total(80, 10, level: TerritoryLevel.Academy, code: "18"));

    private static IReadOnlyList<Chart> Of(IndicatorTable table, ChartRequest request) =>
    [
        AudienceCharts.VisitsOverTime(table, request),
        AudienceCharts.SchoolLevelsOverTime(table, request),
        AudienceCharts.ServiceShares(table, request),
        AudienceCharts.ServiceShares(table, request with { Figure = ChartFigure.Users }),
        AudienceCharts.ProfileShares(table, request),
        AudienceCharts.ProfileShares(table, request with { Figure = ChartFigure.Users }),
        AudienceCharts.DevicesByProfile(table, request),
        AudienceCharts.SchoolLevels(table, table, Dimension.Device, request),
        AudienceCharts.SchoolDay(table, request),
        AudienceCharts.AcademyTiles(table, request),
    ];
}
