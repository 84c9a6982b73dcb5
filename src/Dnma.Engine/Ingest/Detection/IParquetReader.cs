namespace Dnma.Engine.Ingest.Detection;

/// <summary>Reads a Parquet file of hits; implemented where DuckDB may be used. Called once for each file, at once for several.</summary>
internal interface IParquetReader
{
    /// <summary>Looks at a file.</summary>
    /// <exception cref="Contracts.EngineException">The file is no whole Parquet file.</exception>
    ParquetHead HeadOf(string path, CancellationToken cancellationToken);

    /// <summary>Hands every row to one of <paramref name="sinks"/>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="readers">How many threads may read it.</param>
    /// <param name="sinks">Where hits and rejects go; at least one sink has been lent. None is in use any more when the reading ends.</param>
    /// <param name="cancellationToken">Breaks off the reading.</param>
    /// <exception cref="Contracts.EngineException">The file cannot be read, or lacks a required column.</exception>
    Task<TableReading> ReadAsync(TableFile file, int readers, LentSinks sinks, CancellationToken cancellationToken);
}
