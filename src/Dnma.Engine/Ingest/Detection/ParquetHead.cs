namespace Dnma.Engine.Ingest.Detection;

/// <summary>What the end of a Parquet file tells before its rows are read.</summary>
/// <param name="Role">The part that the file has in a set of tables (<see cref="ITableSetReader"/>), by its columns; null for a file of hits by itself.</param>
/// <param name="RowGroups">How many row groups it has: more workers than these have nothing to do.</param>
internal readonly record struct ParquetHead(string? Role, int RowGroups);
