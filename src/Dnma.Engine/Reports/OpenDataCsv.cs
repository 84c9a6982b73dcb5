namespace Dnma.Engine.Reports;

/// <summary>
/// Writes the published tables (domain §5, design §10): semicolon, UTF-8 without BOM, <c>\n</c>. A label is quoted when it holds a
/// semicolon, a quote or a line break; one that begins like a spreadsheet formula is left as it is. Thread safe.
/// </summary>
public static class OpenDataCsv
{
    /// <summary>Writes the header and the rows, in the order of the table.</summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="table">The table.</param>
    public static void Write(Stream stream, OpenDataTable table)
    {
        using var csv = new CsvBuffer(stream, ';');
        csv.Header(string.Join(';', table.Set.ColumnNames));
        for (var row = 0; row < table.Count; row++)
        {
            csv.Date(table.WeekStartDay(row));
            csv.Text(table.Uai(row));
            WriteLabels(csv, table.Labels(row), 2, table.Set.LeadingKeys);
            for (var measure = 0; measure < table.Set.Measures.Count; measure++)
            {
                Write(csv, table.Cell(row, measure));
            }

            WriteLabels(csv, table.Labels(row), table.Set.LeadingKeys, OpenDataKeys.Count);
            csv.EndLine();
        }

        csv.Flush();
    }

    private static void WriteLabels(CsvBuffer csv, EstablishmentLabels labels, int first, int end)
    {
        for (var key = first; key < end; key++)
        {
            csv.Text(OpenDataKeys.Label(labels, key));
        }
    }

    private static void Write(CsvBuffer csv, OpenDataCell cell)
    {
        if (cell.IsSuppressed)
        {
            csv.Text(CsvBuffer.NotAvailable);
            csv.Text(CsvBuffer.NotAvailable);
            csv.Text(CsvBuffer.NotAvailable);
            return;
        }

        csv.Number(cell.Visits);
        csv.Number(cell.Users);
        csv.Duration(cell.DurationSeconds);
    }
}
