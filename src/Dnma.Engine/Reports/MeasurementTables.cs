using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Analysis.Deployment;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;
using Dnma.Engine.Store.Sql;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports;

/// <summary>
/// The tables of a measurement as typed columns, named as in their files: what data frames and SQL are filled from. Mean times, texts in
/// the published files, are whole seconds here; suppressed cells and quotients without value are null.
/// </summary>
internal static class MeasurementTables
{
    public static SqlTable Of(IndicatorTable table) =>
        new("indicators", table.Count, [.. IndicatorFields.All.Select(field => field.Write(table.Columns))]);

    public static SqlTable Of(RateTable table)
    {
        var (keys, columns) = (table.Keys, table.Columns);
        return new SqlTable("rates", columns.Count,
        [
            new SqlText("period", row => keys.Period[columns.Source[row]].Code()),
            new SqlDate("period_start", row => LocalCalendar.DateOf(keys.PeriodStart[columns.Source[row]]), isNullable: false),
            new SqlText("level", row => keys.Level[columns.Source[row]].Code()),
            new SqlText("code", row => keys.Code[columns.Source[row]]),
            new SqlText("indicator", row => IndicatorCatalogue.Rates[columns.Indicator[row]].Code),
            new SqlText("modality", row => columns.Modality[row]),
            new SqlInteger("numerator", row => columns.Rate[row].Value.Numerator, isNullable: false),
            new SqlInteger("denominator", row => columns.Rate[row].Value.Denominator, isNullable: false),
            new SqlDecimal("value", row => columns.Rate[row].Value.Value),
            new SqlInteger("coverage_numerator", row => columns.Rate[row].Coverage.Numerator, isNullable: false),
            new SqlInteger("coverage_denominator", row => columns.Rate[row].Coverage.Denominator, isNullable: false),
            new SqlDecimal("coverage", row => columns.Rate[row].Coverage.Value),
        ]);
    }

    public static SqlTable Of(EventTable table)
    {
        var columns = table.Columns;
        return new SqlTable("events", columns.Count,
        [
            new SqlText("period", row => columns.Period[row].Code()),
            new SqlDate("period_start", row => LocalCalendar.DateOf(columns.PeriodStart[row]), isNullable: false),
            new SqlText("level", row => columns.Level[row].Code()),
            new SqlText("code", row => columns.Code[row]),
            new SqlText("kind", row => columns.Kind[row].Code()),
            new SqlText("label", row => columns.Label[row]),
            new SqlInteger("events", row => columns.IsWithheld(row) ? null : columns.Events[row]),
            new SqlInteger("users", row => columns.IsWithheld(row) ? null : columns.Users[row]),
        ]);
    }

    public static SqlTable Of(IReadOnlyList<RejectRow> rows) => new("rejects", rows.Count,
    [
        new SqlText("file", row => rows[row].File),
        new SqlInteger("line", row => rows[row].Line, isNullable: false),
        new SqlInteger("byte_offset", row => rows[row].ByteOffset, isNullable: false),
        new SqlText("reason", row => rows[row].Reason),
        new SqlText("sample", row => rows[row].Sample, isFree: true),
    ]);

    public static SqlTable Of(FindingTable findings) => new("controls", findings.Count,
    [
        new SqlText("control", row => findings[row].Control.Id),
        new SqlInteger("family", row => findings[row].Control.Family, isNullable: false),
        new SqlText("severity", row => findings[row].Control.Severity.Code()),
        new SqlText("level", row => findings[row].Level.Code()),
        new SqlText("code", row => findings[row].Code),
        new SqlText("period", row => findings[row].Period.Code()),
        new SqlDate("period_start", row => findings[row].PeriodStart, isNullable: false),
        new SqlText("subject", row => findings[row].Subject, isFree: true),
        new SqlNumber("figure", row => double.IsNaN(findings[row].Figure) ? null : findings[row].Figure),
        new SqlNumber("expected", row => findings[row].Expected),
        new SqlNumber("chance", row => findings[row].Chance),
    ]);

    public static SqlTable Of(IReadOnlyList<DeploymentRow> rows) => new("deployment", rows.Count,
    [
        new SqlText("period", row => rows[row].Period.Code()),
        new SqlDate("period_start", row => rows[row].PeriodStart, isNullable: false),
        new SqlText("level", row => rows[row].Level.Code()),
        new SqlText("code", row => rows[row].Code),
        new SqlText("school_level", row => rows[row].SchoolLevel),
        new SqlInteger("declared", row => rows[row].Declared, isNullable: false),
        new SqlInteger("fed", row => rows[row].Fed, isNullable: false),
        new SqlInteger("silent", row => rows[row].Silent, isNullable: false),
        new SqlInteger("fed_so_far", row => rows[row].FedSoFar, isNullable: false),
        new SqlInteger("undeclared", row => rows[row].Undeclared, isNullable: false),
        new SqlDecimal("coverage", row => rows[row].Coverage.Value),
    ]);

    public static SqlTable Of(IReadOnlyList<CoverageRow> rows) => new("coverage", rows.Count,
    [
        new SqlText("period", row => rows[row].Period.Code()),
        new SqlDate("period_start", row => rows[row].PeriodStart, isNullable: false),
        new SqlText("level", row => rows[row].Level.Code()),
        new SqlText("code", row => rows[row].Code),
        new SqlText("state", row => rows[row].State.Code()),
        new SqlInteger("days", row => rows[row].Days, isNullable: false),
        new SqlInteger("fed_days", row => rows[row].FedDays),
        new SqlInteger("school_days", row => rows[row].SchoolDays),
        new SqlInteger("fed_school_days", row => rows[row].FedSchoolDays),
        new SqlInteger("school_weeks", row => rows[row].SchoolWeeks),
        new SqlInteger("fed_school_weeks", row => rows[row].FedSchoolWeeks),
        new SqlInteger("establishments_seen", row => rows[row].Seen),
        new SqlInteger("establishments_expected", row => rows[row].Expected),
        new SqlInteger("establishments_expected_seen", row => rows[row].ExpectedSeen),
        new SqlDecimal("establishment_coverage", row => rows[row].EstablishmentCoverage.Value),
        new SqlInteger("visits", row => rows[row].Visits, isNullable: false),
        new SqlInteger("device_known", row => rows[row].VisitsOfKnownDevice, isNullable: false),
        new SqlDecimal("device_coverage", row => rows[row].DeviceCoverage.Value),
        new SqlInteger("profile_known", row => rows[row].VisitsOfKnownProfile, isNullable: false),
        new SqlDecimal("profile_coverage", row => rows[row].ProfileCoverage.Value),
        new SqlInteger("hits", row => rows[row].Hits, isNullable: false),
        new SqlInteger("service_known", row => rows[row].HitsOfKnownService, isNullable: false),
        new SqlDecimal("service_coverage", row => rows[row].ServiceCoverage.Value),
    ]);

    public static SqlTable Of(IReadOnlyList<AdoptionRow> rows) => new("adoption", rows.Count,
    [
        new SqlText("period", row => rows[row].Period.Code()),
        new SqlDate("period_start", row => rows[row].PeriodStart, isNullable: false),
        new SqlText("level", row => rows[row].Level.Code()),
        new SqlText("code", row => rows[row].Code),
        new SqlText("profile", row => rows[row].Profile),
        new SqlInteger("establishments", row => rows[row].Establishments, isNullable: false),
        new SqlInteger("created", row => rows[row].Created, isNullable: false),
        new SqlInteger("active", row => rows[row].Active, isNullable: false),
        new SqlDecimal("adoption", row => rows[row].Adoption.Value),
        new SqlInteger("activated", row => rows[row].Activation.Numerator, isNullable: false),
        new SqlInteger("activation_created", row => rows[row].Activation.Denominator, isNullable: false),
        new SqlDecimal("activation", row => rows[row].Activation.Value),
    ]);

    public static SqlTable Of(OpenDataTable table)
    {
        var columns = new List<SqlColumn>
        {
            new SqlDate(OpenDataKeys.Names[0], row => table.WeekStart(row), isNullable: false),
            new SqlText(OpenDataKeys.Names[1], table.Uai),
        };
        AddLabels(columns, table, 2, table.Set.LeadingKeys);
        for (var index = 0; index < table.Set.Measures.Count; index++)
        {
            AddMeasure(columns, table, index);
        }

        AddLabels(columns, table, table.Set.LeadingKeys, OpenDataKeys.Count);
        return new SqlTable(table.Set.TableName, table.Count, [.. columns]);
    }

    private static void AddLabels(List<SqlColumn> columns, OpenDataTable table, int first, int end)
    {
        for (var index = first; index < end; index++)
        {
            var key = index;
            columns.Add(new SqlText(OpenDataKeys.Names[key], row => OpenDataKeys.Label(table.Labels(row), key)));
        }
    }

    private static void AddMeasure(List<SqlColumn> columns, OpenDataTable table, int index)
    {
        var measure = table.Set.Measures[index];
        columns.Add(new SqlInteger(measure.Visits, row => Known(table.Cell(row, index), cell => cell.Visits)));
        columns.Add(new SqlInteger(measure.Users, row => Known(table.Cell(row, index), cell => cell.Users)));
        columns.Add(new SqlInteger(measure.Duration, row => Known(table.Cell(row, index), cell => cell.DurationSeconds)));
    }

    private static long? Known(OpenDataCell cell, Func<OpenDataCell, long> figure) => cell.IsSuppressed ? null : figure(cell);
}
