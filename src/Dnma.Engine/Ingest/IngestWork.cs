namespace Dnma.Engine.Ingest;

/// <summary>What the reader hands to a worker: a block of lines, or a share in a table that is read as a whole.</summary>
/// <param name="Block">The block; null for a table.</param>
/// <param name="Buffer">The block's buffer, to be returned to the pool.</param>
/// <param name="Lines">How many lines the block has.</param>
/// <param name="Account">Of the input that the block is of; null for a table, which keeps its own.</param>
/// <param name="ReadTable">Takes part in reading the table, into the worker's sink among others; returns rows that nobody else tells of. Null for a block.</param>
internal readonly record struct IngestWork(RecordBlock? Block, byte[]? Buffer, long Lines, InputAccount? Account, Func<RecordSink, CancellationToken, Task<long>>? ReadTable);
