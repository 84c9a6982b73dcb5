using Dnma.Engine.Analysis.Deployment;

namespace Dnma.Engine.Reports;

/// <summary>Writes <c>adoption.csv</c>: accounts beside users. Same conventions as <see cref="IndicatorCsv"/>. Thread safe.</summary>
public static class AdoptionCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "adoption.csv";

    /// <summary>The first line, without its end.</summary>
    public const string Header = "period,period_start,level,code,profile,establishments,created,active,adoption,activated,activation_created,activation";

    /// <summary>
    /// Writes the header and the rows, in their order. <c>adoption</c> and <c>activation</c> are rounded half-up to six decimals, and empty where nothing
    /// can be divided by.
    /// </summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="rows">The rows.</param>
    public static void Write(Stream stream, IReadOnlyList<AdoptionRow> rows) => TableCsv.Write(stream, Header, MeasurementTables.Of(rows));
}
