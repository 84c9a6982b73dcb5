using Dnma.Engine.Ingest.Detection;

namespace Dnma.Engine.Store;

/// <summary>Reads Parquet files for the ingestion pipeline. Thread safe: every file has a DuckDB session of its own.</summary>
internal sealed class ParquetInputs(DuckDbSettings settings) : IParquetReader
{
    /// <inheritdoc />
    public string? RoleOf(string path, CancellationToken cancellationToken) => ParquetTables.ContentOf(path, cancellationToken) switch
    {
        ParquetContent.MatomoLookUp => MatomoTableSet.LookUpRole,
        ParquetContent.MatomoHits => MatomoTableSet.LinksRole,
        _ => null,
    };

    /// <inheritdoc />
    public ISharedTable Share(TableFile file) => new ParquetHitReader(file.Path, file.Ordinal, settings);
}
