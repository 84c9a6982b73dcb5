using System.Globalization;
using CsvHelper;
using Dnma.Engine.Contracts;
using Dnma.Engine.Indicators;
using Dnma.Engine.Time;

namespace Dnma.Engine.Reports;

/// <summary>Reads <c>indicators.csv</c> back into the table that it was written from. Strict: a file that the engine would not write is refused. Thread safe.</summary>
public static class IndicatorCsvReader
{
    private const int Fields = 14;
    private const int Keys = 6;
    private const int MostRecordBytes = 1 << 20;

    /// <summary>No row is shorter: the shortest codes, eight digits, thirteen commas, a line feed.</summary>
    private const int FewestRowBytes = 40;

    /// <summary>Reads a file.</summary>
    /// <param name="path">An <c>indicators.csv</c>.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read. <see cref="ErrorId.InvalidReference"/>: it has not the columns, a row cannot be read,
    /// or rows are not in their order.
    /// </exception>
    public static IndicatorTable Read(string path) => Read(path, CancellationToken.None);

    /// <summary>The same, until it is cancelled.</summary>
    internal static IndicatorTable Read(string path, CancellationToken cancellation)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
            using var stream = new CancellableStream(file, cancellation);
            var most = (int)Math.Min(CountLines(stream), stream.Length / FewestRowBytes);
            stream.Position = 0;
            return Read(stream, path, most);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EngineException(ErrorId.UnreadableInput, path, "the table cannot be read", "name an indicators.csv that exists", error);
        }
    }

    private static IndicatorTable Read(Stream stream, string path, int mostRows)
    {
        using var csv = CsvReader.Create(
            stream,
            CsvReaderOptions.Default with { Separator = ',', MaxRecordSize = MostRecordBytes, TrackLineNumbers = true, PoolStrings = true },
            leaveOpen: true);
        try
        {
            csv.ReadHeader();
            if (string.Join(',', csv.Headers) != IndicatorCsv.Header)
            {
                throw Refused(path, 1, "the columns are not those of indicators.csv");
            }

            var (columns, row) = (IndicatorColumns.Allocate(mostRows), 0);
            var withheld = new bool[mostRows];
            var dimensions = Dimension.Shipped.ToDictionary(dimension => dimension.Code, StringComparer.Ordinal);
            for (; csv.Read(); row++)
            {
                if (row == mostRows)
                {
                    throw new FormatException("its lines do not end as the engine's do");
                }

                FillKeys(columns, row, csv, dimensions);
                withheld[row] = IsWithheld(csv);
                if (!withheld[row])
                {
                    FillFigures(columns, row, csv);
                }

                if (row > 0 && columns.Compare(row - 1, row) >= 0)
                {
                    throw new FormatException("it does not come after the row before it");
                }
            }

            var all = withheld.Contains(true) ? columns.Without(withheld) : columns;
            return new IndicatorTable(row == mostRows ? all : all.Take([.. Enumerable.Range(0, row)]));
        }
        catch (Exception error) when (error is FormatException or OverflowException or CsvFormatException or ArgumentException)
        {
            throw Refused(path, csv.LineNumber, error is FormatException ? error.Message : "it is no row of indicators", error);
        }
    }

    /// <summary>At least as many lines as there are rows: a quoted label may hold line feeds.</summary>
    private static int CountLines(Stream stream)
    {
        var (buffer, lines) = (new byte[1 << 16], 0);
        for (var length = stream.Read(buffer); length > 0; length = stream.Read(buffer))
        {
            lines = checked(lines + buffer.AsSpan(0, length).Count((byte)'\n'));
        }

        return lines;
    }

    /// <summary>All figures of a row are withheld, or none.</summary>
    private static bool IsWithheld(CsvReader csv) => Enumerable.Range(Keys, Fields - Keys).All(field => csv.GetString(field) == CsvBuffer.NotAvailable);

    private static void FillKeys(IndicatorColumns columns, int row, CsvReader csv, Dictionary<string, Dimension> dimensions)
    {
        if (csv.FieldCount != Fields)
        {
            throw new FormatException("it has not as many fields as the header");
        }

        columns.Period[row] = IndicatorCodes.TryParse(csv.GetString(0), out PeriodKind period) ? period : throw new FormatException("its period is none");
        columns.PeriodStart[row] = DateOnly.TryParseExact(csv.GetString(1), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            ? LocalCalendar.DayOf(start)
            : throw new FormatException("its start is no date");
        columns.Level[row] = IndicatorCodes.TryParse(csv.GetString(2), out TerritoryLevel level) ? level : throw new FormatException("its level is none");
        columns.Code[row] = csv.GetString(3);
        var dimension = csv.GetString(4);
        if (!dimensions.TryGetValue(dimension, out var known))
        {
            known = Dimension.Custom(dimension);
            dimensions.Add(dimension, known);
        }

        columns.Dimension[row] = known;
        columns.Modality[row] = csv.GetString(5);
    }

    private static void FillFigures(IndicatorColumns columns, int row, CsvReader csv)
    {
        columns.Visits[row] = Number(csv, 6);
        columns.Users[row] = Number(csv, 7);
        columns.PageViews[row] = Number(csv, 8);
        columns.Hits[row] = Number(csv, 9);
        columns.DurationMs[row] = Number(csv, 10);
        columns.TimedVisits[row] = Number(csv, 11);
        columns.Bounces[row] = Number(csv, 12);
        columns.FlashVisits[row] = Number(csv, 13);
    }

    private static long Number(CsvReader csv, int field) =>
        long.TryParse(csv.GetString(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException("a figure of it is no count");

    private static EngineException Refused(string path, long line, string problem, Exception? inner = null) =>
        new(ErrorId.InvalidReference, path, string.Create(CultureInfo.InvariantCulture, $"line {line}: {problem}"), "give the file as it was published", inner);
}
