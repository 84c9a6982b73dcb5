using Dnma.Engine.Indicators;
using Dnma.Engine.Indicators.Catalogue;

namespace Dnma.Engine.Reports;

/// <summary>Writes <c>rates.csv</c>: the derived indicators with both terms and their coverage. Same conventions as <see cref="IndicatorCsv"/>. Thread safe.</summary>
public static class RateCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "rates.csv";

    /// <summary>The first line, without its end.</summary>
    public const string Header =
        "period,period_start,level,code,indicator,modality,numerator,denominator,value,coverage_numerator,coverage_denominator,coverage";

    /// <summary>
    /// Writes the header and the rows, in the order of the table. <c>value</c> and <c>coverage</c> are rounded half-up to six decimals, and
    /// empty where their denominator is 0.
    /// </summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="table">The rates.</param>
    /// <param name="filter">Which rows to write; all without it.</param>
    public static void Write(Stream stream, RateTable table, Func<RateRow, bool>? filter = null)
    {
        using var csv = new CsvBuffer(stream, ',');
        csv.Header(Header);
        for (var row = 0; row < table.Count; row++)
        {
            if (filter is null || filter(table[row]))
            {
                Write(csv, table, row);
            }
        }

        csv.Flush();
    }

    private static void Write(CsvBuffer csv, RateTable table, int row)
    {
        var (keys, columns) = (table.Keys, table.Columns);
        var source = columns.Source[row];
        csv.Text(keys.Period[source].Code());
        csv.Date(keys.PeriodStart[source]);
        csv.Text(keys.Level[source].Code());
        csv.Text(keys.Code[source]);
        csv.Text(IndicatorCatalogue.Rates[columns.Indicator[row]].Code);
        csv.Text(columns.Modality[row]);
        Write(csv, columns.Rate[row].Value);
        Write(csv, columns.Rate[row].Coverage);
        csv.EndLine();
    }

    private static void Write(CsvBuffer csv, Ratio ratio)
    {
        csv.Number(ratio.Numerator);
        csv.Number(ratio.Denominator);
        csv.Number(ratio);
    }
}
