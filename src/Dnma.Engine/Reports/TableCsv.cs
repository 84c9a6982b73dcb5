using System.Globalization;
using Dnma.Engine.Store.Sql;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports;

/// <summary>Writes the columns that data frames and SQL are filled from as CSV: what has no value is empty, quotients have six decimals.</summary>
internal static class TableCsv
{
    public static void Write(Stream stream, string header, SqlTable table)
    {
        using var csv = new CsvBuffer(stream, ',');
        csv.Header(header);
        for (var row = 0; row < table.Count; row++)
        {
            foreach (var column in table.Columns)
            {
                Write(csv, column, row);
            }

            csv.EndLine();
        }

        csv.Flush();
    }

    private static void Write(CsvBuffer csv, SqlColumn column, int row)
    {
        if (column is SqlDate date && date.At(row) is { } day)
        {
            csv.Date(LocalCalendar.DayOf(day));
        }
        else if (column is SqlInteger integer && integer.At(row) is { } count)
        {
            csv.Number(count);
        }
        else
        {
            csv.Text(column switch
            {
                SqlText text => text.At(row),
                SqlDecimal quotient => quotient.At(row)?.ToString("0.000000", CultureInfo.InvariantCulture) ?? "",
                _ => "",
            });
        }
    }
}
