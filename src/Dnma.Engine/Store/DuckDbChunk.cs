using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>Some rows of an answer, as columns. What it hands out is valid until it is disposed of; it may be read by another thread than the query's.</summary>
internal sealed class DuckDbChunk(DuckDBDataChunk chunk) : IDisposable
{
    /// <summary>How many rows there are.</summary>
    public int RowCount { get; } = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);

    /// <summary>A column.</summary>
    public DuckDbVector Column(int column) => new(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, column));

    /// <inheritdoc/>
    public void Dispose() => chunk.Dispose();
}
