using Dnma.Engine.Time;

namespace Dnma.Engine.Analysis.Coverage;

/// <summary>The days of a period that were measured, those that pupils have school, and those that were fed.</summary>
internal sealed class CoveredDays
{
    private readonly bool _isWhole;

    /// <param name="key">The period and the territory.</param>
    /// <param name="whole">All days of the period.</param>
    /// <param name="measured">The measured days.</param>
    /// <param name="fed">Which days and weeks have visits.</param>
    /// <param name="zones">The territory's zones; a school day is one in any of them.</param>
    public CoveredDays(CoverageKey key, DayRange whole, DayRange measured, FedTerritories fed, IReadOnlyList<SchoolZone> zones)
    {
        Days = Within(whole, measured);
        _isWhole = Days == whole;
        var fedDays = fed.StartsOf(PeriodKind.Day, key.Level, key.Code);
        FedDays = fedDays is null ? null : Range(Days).Count(fedDays.Contains);
        int[]? schoolDays = Range(Days).All(day => zones.Any(zone => SchoolCalendar.BuiltIn.CoverageOf(zone).Contains(day)))
            ? [.. Range(Days).Where(day => zones.Any(zone => IsSchoolDay(day, zone)))]
            : null;
        SchoolDays = schoolDays?.Length;
        FedSchoolDays = fedDays is null ? null : schoolDays?.Count(fedDays.Contains);
        if (key.Period != PeriodKind.Day && schoolDays is not null)
        {
            int[] weeks = [.. schoolDays.Select(LocalCalendar.WeekStart).Distinct()];
            SchoolWeeks = weeks.Length;
            FedSchoolWeeks = fed.StartsOf(PeriodKind.Week, key.Level, key.Code) is { } fedWeeks ? weeks.Count(fedWeeks.Contains) : null;
        }
    }

    /// <summary>The measured days of the period.</summary>
    public DayRange Days { get; }

    /// <summary>Those with a visit; null where the level is not counted by day.</summary>
    public int? FedDays { get; }

    /// <summary>School days; null where the calendar does not tell of every day.</summary>
    public int? SchoolDays { get; }

    /// <summary>School days with a visit.</summary>
    public int? FedSchoolDays { get; }

    /// <summary>Weeks with a school day of the period.</summary>
    public int? SchoolWeeks { get; }

    /// <summary>Those with a visit.</summary>
    public int? FedSchoolWeeks { get; }

    /// <summary>Whether the period may be laid beside others. Where nothing is known of school, only measured days are judged.</summary>
    public CoverageState State => !_isWhole ? CoverageState.Unfinished
        : FedSchoolDays < SchoolDays || (FedSchoolDays is null && FedSchoolWeeks < SchoolWeeks) ? CoverageState.PartlyFed
        : CoverageState.Complete;

    /// <summary>All days of a period, whether they were measured or not.</summary>
    public static DayRange WholeOf(PeriodKind kind, int start, DayRange measured) => kind switch
    {
        PeriodKind.Day => new DayRange(start, start + 1),
        PeriodKind.Week => new DayRange(start, start + 7),
        PeriodKind.Month => new DayRange(start, LocalCalendar.DayOf(LocalCalendar.DateOf(start).AddMonths(1))),
        PeriodKind.SchoolYear => new DayRange(start, LocalCalendar.DayOf(LocalCalendar.DateOf(start).AddYears(1))),
        _ => measured,
    };

    /// <summary>The days that two ranges share.</summary>
    public static DayRange Within(DayRange days, DayRange measured) => new(Math.Max(days.Start, measured.Start), Math.Min(days.End, measured.End));

    private static IEnumerable<int> Range(DayRange days) => Enumerable.Range(days.Start, days.Length);

    private static bool IsSchoolDay(int day, SchoolZone zone) =>
        SchoolCalendar.BuiltIn.CoverageOf(zone).Contains(day) && SchoolCalendar.BuiltIn.IsSchoolDay(LocalCalendar.DateOf(day), zone);
}
