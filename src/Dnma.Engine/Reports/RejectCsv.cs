namespace Dnma.Engine.Reports;

/// <summary>Writes <c>rejects.csv</c>: which record broke, where and why. Same conventions as <see cref="IndicatorCsv"/>. Thread safe.</summary>
public static class RejectCsv
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "rejects.csv";

    /// <summary>The first line, without its end.</summary>
    public const string Header = "file,line,byte_offset,reason,sample";

    /// <summary>Writes the header and the rows, in the order given.</summary>
    /// <param name="stream">Where to write; neither flushed to disk nor closed.</param>
    /// <param name="rows">The rejects; enumerated once.</param>
    public static void Write(Stream stream, IEnumerable<RejectRow> rows)
    {
        using var csv = new CsvBuffer(stream, ',');
        csv.Header(Header);
        foreach (var row in rows)
        {
            csv.Text(row.File);
            csv.Number(row.Line);
            csv.Number(row.ByteOffset);
            csv.Text(row.Reason);
            csv.Text(row.Sample);
            csv.EndLine();
        }

        csv.Flush();
    }
}
