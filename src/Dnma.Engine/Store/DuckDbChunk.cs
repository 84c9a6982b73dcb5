using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>
/// Some rows on their way into a table, column by column where DuckDB holds them. The writer must know the columns' types; there are no nulls. For one
/// thread at a time.
/// </summary>
internal sealed unsafe class DuckDbChunk : IDisposable
{
    /// <summary>How many rows it has room for.</summary>
    public const int Capacity = 2048;

    private readonly DuckDBDataChunk _chunk;

    /// <param name="types">Of the table's columns; stay the caller's.</param>
    public DuckDbChunk(IReadOnlyList<DuckDBLogicalType> types) =>
        _chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([.. types.Select(type => type.DangerousGetHandle())], (ulong)types.Count);

    /// <summary>How many rows it has; to be set before it is appended.</summary>
    public int Count { get; set; }

    /// <summary>A column of fixed width, to be written to; valid until the chunk is appended.</summary>
    public Span<T> Column<T>(int column)
        where T : unmanaged => new((void*)NativeMethods.Vectors.DuckDBVectorGetData(Vector(column)), Capacity);

    /// <summary>Sets a text.</summary>
    public void SetText(int column, int row, ReadOnlySpan<byte> utf8)
    {
        fixed (byte* bytes = utf8)
        {
            // A pointer to nothing is not a pointer to no bytes.
            byte none = 0;
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(Vector(column), (ulong)row, utf8.IsEmpty ? &none : bytes, utf8.Length);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _chunk.Dispose();

    /// <summary>Hands the rows over, and is empty again.</summary>
    internal DuckDBState AppendTo(DuckDBAppender appender)
    {
        _ = NativeMethods.DataChunks.DuckDBDataChunkSetSize(_chunk, (ulong)Count);
        var state = NativeMethods.Appender.DuckDBAppendDataChunk(appender, _chunk);
        NativeMethods.DataChunks.DuckDBDataChunkReset(_chunk);
        Count = 0;
        return state;
    }

    private IntPtr Vector(int column) => NativeMethods.DataChunks.DuckDBDataChunkGetVector(_chunk, column);
}
