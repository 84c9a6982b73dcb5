using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports;

/// <summary>Writes <c>indicators.csv</c> (design §6): comma, RFC 4180 quoting, UTF-8 without BOM, <c>\n</c>. Thread safe.</summary>
public static class IndicatorCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "indicators.csv";

    private const int Figures = 8;

    /// <summary>The first line, without its end.</summary>
    public const string Header =
        "period,period_start,level,code,dimension,modality,visits,users,page_views,hits,duration_ms,timed_visits,bounces,flash_visits";

    /// <summary>Writes the header and the rows, in the order of the table; figures of withheld rows are <c>N/A</c>.</summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="table">The indicators.</param>
    /// <param name="filter">Which rows to write; all without it.</param>
    public static void Write(Stream stream, IndicatorTable table, Func<IndicatorRow, bool>? filter = null)
    {
        var columns = table.Columns;
        using var csv = new CsvBuffer(stream, ',');
        csv.Header(Header);
        for (var row = 0; row < columns.Count; row++)
        {
            if (filter is null || filter(columns.Row(row)))
            {
                Write(csv, columns, row);
            }
        }

        csv.Flush();
    }

    private static void Write(CsvBuffer csv, IndicatorColumns columns, int row)
    {
        csv.Text(columns.Period[row].Code());
        csv.Date(columns.PeriodStart[row]);
        csv.Text(columns.Level[row].Code());
        csv.Text(columns.Code[row]);
        csv.Text(columns.Dimension[row].Code);
        csv.Text(columns.Modality[row]);
        if (columns.IsWithheld(row))
        {
            for (var figure = 0; figure < Figures; figure++)
            {
                csv.Text(CsvBuffer.NotAvailable);
            }

            csv.EndLine();
            return;
        }

        csv.Number(columns.Visits[row]);
        csv.Number(columns.Users[row]);
        csv.Number(columns.PageViews[row]);
        csv.Number(columns.Hits[row]);
        csv.Number(columns.DurationMs[row]);
        csv.Number(columns.TimedVisits[row]);
        csv.Number(columns.Bounces[row]);
        csv.Number(columns.FlashVisits[row]);
        csv.EndLine();
    }
}
