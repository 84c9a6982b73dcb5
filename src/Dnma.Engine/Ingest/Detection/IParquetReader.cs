namespace Dnma.Engine.Ingest.Detection;

/// <summary>Reads a Parquet file of hits; implemented where DuckDB may be used. Called by one worker for each file, by several at once for several.</summary>
internal interface IParquetReader
{
    /// <summary>Hands every row to <paramref name="sink"/>.</summary>
    /// <exception cref="Contracts.EngineException">The file cannot be read, or lacks a required column.</exception>
    Task<TableReading> ReadAsync(TableFile file, RecordSink sink, CancellationToken cancellationToken);
}
