using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Detection;
using Dnma.Engine.Ingest.Formats;
using Dnma.Engine.Ingest.Tables;

namespace Dnma.Engine.Store;

/// <summary>
/// Reads Matomo's raw tables, which only make hits together: log_visit and log_action into look-ups, then log_link_visit_action as hits.
/// Each may be delimited text or Parquet, and in several files. One for each run.
/// </summary>
internal sealed class MatomoTableSet(MatomoMapping mapping, long byteBudget, DuckDbSettings settings) : ITableSetReader
{
    /// <summary>The part of log_visit and log_action in the set.</summary>
    public const string LookUpRole = "Matomo look-up table";

    /// <summary>The part of log_link_visit_action in the set.</summary>
    public const string LinksRole = "Matomo log_link_visit_action";

    /// <inheritdoc />
    public string? TryRecognise(ReadOnlySpan<byte> head, string name) =>
        TableDetection.TryHeader(head) is { } header && !CsvLayout.Fits(header) && MatomoTableLayout.Recognise(header) is { } table
            ? table == MatomoTable.Links ? LinksRole : LookUpRole
            : null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<TableReading>> ReadAsync(IReadOnlyList<TableFile> files, RecordSink sink, CancellationToken cancellationToken)
    {
        var tables = new MatomoTables(mapping, byteBudget);
        var readings = new TableReading[files.Count];
        foreach (var role in new[] { LookUpRole, LinksRole })
        {
            for (var i = 0; i < files.Count; i++)
            {
                if (files[i].Role == role)
                {
                    readings[i] = await ReadAsync(files[i], tables, sink, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return readings;
    }

    private async Task<TableReading> ReadAsync(TableFile file, MatomoTables tables, RecordSink sink, CancellationToken cancellationToken)
    {
        if (file.IsParquet)
        {
            var rows = ParquetMatomoReader.Read(file.Path, file.Ordinal, tables, sink, settings, cancellationToken);
            return new TableReading(rows, $"Parquet, {file.Role}");
        }

        var content = await file.OpenContentAsync(cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            return await MatomoTableLines.ReadAsync(file, content, tables, sink, cancellationToken).ConfigureAwait(false);
        }
    }
}
