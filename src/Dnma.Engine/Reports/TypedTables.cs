using Dnma.Engine.Analysis.Comparison;
using Dnma.Engine.Analysis.Controls;
using Dnma.Engine.Analysis.Coverage;
using Dnma.Engine.Analysis.Deployment;
using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Reports;

/// <summary>
/// The tables of a measurement as typed columns, from where they go to data frames, Arrow and Parquet: <c>measurement.Indicators.AsTable().ToArrow()</c>. Nothing
/// is copied. Thread safe.
/// </summary>
public static class TypedTables
{
    /// <summary>The columns of <c>indicators.csv</c>; figures of withheld rows are null.</summary>
    public static TypedTable AsTable(this IndicatorTable table) => new(MeasurementTables.Of(table));

    /// <summary>The columns of <c>rates.csv</c>.</summary>
    public static TypedTable AsTable(this RateTable table) => new(MeasurementTables.Of(table));

    /// <summary>The columns of <c>events.csv</c>; figures of withheld rows are null.</summary>
    public static TypedTable AsTable(this EventTable table) => new(MeasurementTables.Of(table));

    /// <summary>The columns of a published table; mean times are whole seconds, suppressed cells null.</summary>
    public static TypedTable AsTable(this OpenDataTable table) => new(MeasurementTables.Of(table));

    /// <summary>The columns of <c>controls.csv</c>; figures are not rounded.</summary>
    public static TypedTable AsTable(this FindingTable findings) => new(MeasurementTables.Of(findings));

    /// <summary>The columns of <c>comparison.csv</c>; ends of intervals are not rounded.</summary>
    public static TypedTable AsTable(this ComparisonTable table) => new(ComparisonFrames.Columns(table));

    /// <summary>The columns of <c>rejects.csv</c>.</summary>
    public static TypedTable AsTable(this IReadOnlyList<RejectRow> rows) => new(MeasurementTables.Of(rows));

    /// <summary>The columns of <c>coverage.csv</c>.</summary>
    public static TypedTable AsTable(this IReadOnlyList<CoverageRow> rows) => new(MeasurementTables.Of(rows));

    /// <summary>The columns of <c>deployment.csv</c>.</summary>
    public static TypedTable AsTable(this IReadOnlyList<DeploymentRow> rows) => new(MeasurementTables.Of(rows));

    /// <summary>The columns of <c>adoption.csv</c>.</summary>
    public static TypedTable AsTable(this IReadOnlyList<AdoptionRow> rows) => new(MeasurementTables.Of(rows));

    /// <summary>The columns of <c>comparison-perimeter.csv</c>.</summary>
    public static TypedTable AsTable(this IReadOnlyList<MovedSchool> schools) => new(ComparisonFrames.Columns(schools));
}
