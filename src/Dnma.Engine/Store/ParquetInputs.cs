using Dnma.Engine.Ingest;
using Dnma.Engine.Ingest.Detection;

namespace Dnma.Engine.Store;

/// <summary>Reads Parquet files for the ingestion pipeline. Thread safe: every file has a DuckDB session of its own.</summary>
internal sealed class ParquetInputs(DuckDbSettings settings) : IParquetReader
{
    /// <inheritdoc />
    public ParquetHead HeadOf(string path, CancellationToken cancellationToken)
    {
        using var file = ParquetFile.Open(path, settings with { Threads = 1 }, cancellationToken);
        var role = ParquetTables.ContentOf(file) switch
        {
            ParquetContent.MatomoLookUp => MatomoTableSet.LookUpRole,
            ParquetContent.MatomoHits => MatomoTableSet.LinksRole,
            _ => null,
        };
        return new ParquetHead(role, file.CountRowGroups(cancellationToken));
    }

    /// <inheritdoc />
    public Task<TableReading> ReadAsync(TableFile file, int readers, LentSinks sinks, CancellationToken cancellationToken)
    {
        var rows = ParquetHitReader.Read(file.Path, file.Ordinal, sinks, settings with { Threads = readers }, cancellationToken);
        return Task.FromResult(new TableReading(rows, "Parquet table of hits"));
    }
}
