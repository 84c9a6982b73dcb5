using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Indicators;
using Dnma.Engine.Store.Sql;
using Dnma.Engine.Time;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports;

/// <summary>Comparisons as data frames, typed as those of <see cref="DataFrames"/>; ends of intervals are <see cref="double"/>, not rounded. Thread safe.</summary>
public static class ComparisonFrames
{
    /// <summary>The columns of <c>comparison.csv</c>.</summary>
    public static DataFrame ToDataFrame(this ComparisonTable table) => DataFrames.Of(Columns(table));

    /// <summary>The columns of <c>comparison-perimeter.csv</c>.</summary>
    public static DataFrame ToDataFrame(this IReadOnlyList<MovedSchool> schools) => DataFrames.Of(Columns(schools));

    /// <summary>The columns of a comparison.</summary>
    internal static SqlTable Columns(ComparisonTable table) => new("comparison", table.Count,
    [
        new SqlText("rule", _ => table.Request.Rule.Code),
        new SqlText("year_a", _ => ComparisonCsv.YearOf(table.Request.EarlierYear)),
        new SqlText("year_b", _ => ComparisonCsv.YearOf(table.Request.LaterYear)),
        new SqlText("level", row => table[row].Level.Code()),
        new SqlText("code", row => table[row].Code),
        new SqlText("perimeter", row => table[row].Perimeter.Code()),
        new SqlText("subject", row => table[row].Subject),
        new SqlText("modality", row => table[row].Modality),
        new SqlDecimal("figure_a", row => table[row].A?.Value),
        new SqlDecimal("figure_b", row => table[row].B?.Value),
        new SqlDecimal("change", row => table[row].Change),
        new SqlDecimal("change_rate", row => table[row].Rate),
        new SqlNumber("rate_low", row => table[row].Low),
        new SqlNumber("rate_high", row => table[row].High),
        new SqlDate("from_a", row => Start(table[row].Periods.DaysA)),
        new SqlDate("to_a", row => End(table[row].Periods.DaysA)),
        new SqlDate("from_b", row => Start(table[row].Periods.DaysB)),
        new SqlDate("to_b", row => End(table[row].Periods.DaysB)),
        new SqlInteger("weeks_a", row => table[row].Periods.WeeksA),
        new SqlInteger("weeks_b", row => table[row].Periods.WeeksB),
        new SqlInteger("school_days_a", row => table[row].Periods.SchoolDaysA),
        new SqlInteger("school_days_b", row => table[row].Periods.SchoolDaysB),
        new SqlInteger("establishments_a", row => table[row].Periods.EstablishmentsA),
        new SqlInteger("establishments_b", row => table[row].Periods.EstablishmentsB),
        new SqlInteger("due_weeks", row => table[row].Periods.DueWeeks),
        new SqlInteger("fed_weeks_a", row => table[row].Periods.FedWeeksA),
        new SqlInteger("fed_weeks_b", row => table[row].Periods.FedWeeksB),
        new SqlText("marks", row => string.Join(' ', table[row].Marks), isFree: true),
    ]);

    /// <summary>The columns of schools that moved.</summary>
    internal static SqlTable Columns(IReadOnlyList<MovedSchool> schools) => new("comparison_perimeter", schools.Count,
    [
        new SqlText("uai", row => schools[row].Uai),
        new SqlText("move", row => schools[row].Move.Code()),
        new SqlText("academy", row => schools[row].AcademyCode),
        new SqlText("department", row => schools[row].DepartmentCode),
        new SqlText("platform", row => schools[row].Platform),
        new SqlInteger("weeks", row => schools[row].Weeks),
        new SqlInteger("fed_weeks_a", row => schools[row].FedWeeksA),
        new SqlInteger("fed_weeks_b", row => schools[row].FedWeeksB),
        new SqlInteger("visits_a", row => schools[row].VisitsA),
        new SqlInteger("visits_b", row => schools[row].VisitsB),
    ]);

    private static DateOnly? Start(DayRange days) => days.Length > 0 ? LocalCalendar.DateOf(days.Start) : null;

    private static DateOnly? End(DayRange days) => days.Length > 0 ? LocalCalendar.DateOf(days.End) : null;
}
