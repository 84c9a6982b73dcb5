namespace Dnma.Engine.Ingest.Detection;

/// <summary>Reads a Parquet file of hits; implemented where DuckDB may be used. Called by one worker for each file, by several at once for several.</summary>
internal interface IParquetReader
{
    /// <summary>The part that a file has in a set of tables (<see cref="ITableSetReader"/>), by its columns; null for a file of hits by itself.</summary>
    /// <exception cref="Contracts.EngineException">The file is no whole Parquet file.</exception>
    string? RoleOf(string path, CancellationToken cancellationToken);

    /// <summary>Hands every row to <paramref name="sink"/>.</summary>
    /// <exception cref="Contracts.EngineException">The file cannot be read, or lacks a required column.</exception>
    Task<TableReading> ReadAsync(TableFile file, RecordSink sink, CancellationToken cancellationToken);
}
