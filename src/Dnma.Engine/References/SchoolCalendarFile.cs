using Dnma.Engine.Contracts;
using Dnma.Engine.Time;

namespace Dnma.Engine.References;

/// <summary>A school calendar that was read from the ministry's open data set <c>fr-en-calendrier-scolaire</c>. Immutable, thread safe.</summary>
public sealed class SchoolCalendarFile
{
    private SchoolCalendarFile(SchoolCalendar calendar, IReadOnlyList<SkippedRow> skipped, string digest)
    {
        Calendar = calendar;
        Skipped = skipped;
        Digest = digest;
    }

    /// <summary>The calendar; its own digest depends on what the rows say and not on their order.</summary>
    public SchoolCalendar Calendar { get; }

    /// <summary>The rows that were not used, by line: those whose zone or dates are none. Rows for teachers, or for a part of the pupils, are used as they must be.</summary>
    public IReadOnlyList<SkippedRow> Skipped { get; }

    /// <summary>SHA-256 of the file's uncompressed content, as lower-case hexadecimal.</summary>
    public string Digest { get; }

    /// <summary>
    /// Reads the file: CSV separated by semicolons, UTF-8, gzip when the name ends with <c>.gz</c>, with the columns <c>Description</c>,
    /// <c>Population</c>, <c>Date de début</c>, <c>Date de fin</c>, <c>Zones</c> (or <c>start_date</c>, <c>end_date</c> for the dates, as the portal's
    /// other export calls them). Dates are days, or instants whose day in Paris counts.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="EngineException">
    /// <see cref="ErrorId.UnreadableInput"/>: the file cannot be read or is cut short. <see cref="ErrorId.InvalidReference"/>: it is not UTF-8, has not
    /// the columns, or leaves a quote open.
    /// </exception>
    public static async Task<SchoolCalendarFile> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var reader = await ReferenceReader.OpenAsync(path, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var columns = new SchoolCalendarColumns(reader);
            var rows = new SchoolCalendarRows();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (columns.Read() is { } row)
                {
                    rows.Add(row);
                }
                else
                {
                    reader.Skip("its zone or one of its dates is none");
                }
            }

            var digest = await reader.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return new SchoolCalendarFile(SchoolCalendar.Of("fr-en-calendrier-scolaire", rows.Zones()), [.. reader.Skipped.OrderBy(static row => row.Line)], digest);
        }
    }
}
