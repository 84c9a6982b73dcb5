namespace Dnma.Engine.Ingest;

/// <summary>What the reader hands to a worker: a block of lines, or a table that is read as a whole.</summary>
/// <param name="Block">The block; null for a table.</param>
/// <param name="Buffer">The block's buffer, to be returned to the pool.</param>
/// <param name="Lines">How many lines the block has.</param>
/// <param name="ReadTable">Reads the table into the worker's sink and returns its rows; null for a block.</param>
internal readonly record struct IngestWork(RecordBlock? Block, byte[]? Buffer, long Lines, Func<RecordSink, CancellationToken, Task<long>>? ReadTable);
