namespace Dnma.Engine.Ingest.Detection;

/// <summary>Reads Parquet files of hits; implemented where DuckDB may be used. Thread safe.</summary>
internal interface IParquetReader
{
    /// <summary>The part that a file has in a set of tables (<see cref="ITableSetReader"/>), by its columns; null for a file of hits by itself.</summary>
    /// <exception cref="Contracts.EngineException">The file is no whole Parquet file.</exception>
    string? RoleOf(string path, CancellationToken cancellationToken);

    /// <summary>The rows of a file, which is opened by whoever reads first.</summary>
    ISharedTable Share(TableFile file);
}
