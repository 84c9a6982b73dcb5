using Dnma.Engine.Analysis.Coverage;

namespace Dnma.Engine.Reports;

/// <summary>Writes <c>coverage.csv</c>: what every period and territory's figures speak of. Same conventions as <see cref="IndicatorCsv"/>. Thread safe.</summary>
public static class CoverageCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "coverage.csv";

    /// <summary>The first line, without its end.</summary>
    public const string Header =
        "period,period_start,level,code,state,days,fed_days,school_days,fed_school_days,school_weeks,fed_school_weeks,"
        + "establishments_seen,establishments_expected,establishments_expected_seen,establishment_coverage,"
        + "visits,device_known,device_coverage,profile_known,profile_coverage,hits,service_known,service_coverage";

    /// <summary>Writes the header and the rows, in their order; what cannot be known is empty. Quotients are rounded half-up to six decimals.</summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="rows">The rows.</param>
    public static void Write(Stream stream, IReadOnlyList<CoverageRow> rows) => TableCsv.Write(stream, Header, MeasurementTables.Of(rows));
}
