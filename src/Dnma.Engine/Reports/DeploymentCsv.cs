using Dnma.Engine.Analysis.Deployment;

namespace Dnma.Engine.Reports;

/// <summary>Writes <c>deployment.csv</c>: declared establishments beside those fed. Same conventions as <see cref="IndicatorCsv"/>. Thread safe.</summary>
public static class DeploymentCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "deployment.csv";

    /// <summary>The first line, without its end.</summary>
    public const string Header = "period,period_start,level,code,school_level,declared,fed,silent,fed_so_far,undeclared,coverage";

    /// <summary>Writes the header and the rows, in their order. <c>coverage</c> is rounded half-up to six decimals, and empty where nothing is declared.</summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="rows">The rows.</param>
    public static void Write(Stream stream, IReadOnlyList<DeploymentRow> rows) => TableCsv.Write(stream, Header, MeasurementTables.Of(rows));
}
