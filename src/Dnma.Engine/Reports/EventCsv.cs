using Dnma.Engine.Indicators;

namespace Dnma.Engine.Reports;

/// <summary>Writes <c>events.csv</c>: custom indicators by label. Same conventions as <see cref="IndicatorCsv"/>. Thread safe.</summary>
public static class EventCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "events.csv";

    /// <summary>The first line, without its end.</summary>
    public const string Header = "period,period_start,level,code,kind,label,events,users";

    /// <summary>Writes the header and the rows, in the order of the table.</summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="table">The events.</param>
    public static void Write(Stream stream, EventTable table)
    {
        var columns = table.Columns;
        using var csv = new CsvBuffer(stream, ',');
        csv.Header(Header);
        for (var row = 0; row < columns.Count; row++)
        {
            csv.Text(columns.Period[row].Code());
            csv.Date(columns.PeriodStart[row]);
            csv.Text(columns.Level[row].Code());
            csv.Text(columns.Code[row]);
            csv.Text(columns.Kind[row].Code());
            csv.Text(columns.Label[row]);
            if (columns.IsWithheld(row))
            {
                csv.Text(CsvBuffer.NotAvailable);
                csv.Text(CsvBuffer.NotAvailable);
            }
            else
            {
                csv.Number(columns.Events[row]);
                csv.Number(columns.Users[row]);
            }

            csv.EndLine();
        }

        csv.Flush();
    }
}
