using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>Rows that DuckDB has just decoded, as columns where it holds them. Valid during the call that they are handed to.</summary>
internal readonly struct DuckDbRows
{
    private readonly DuckDbVector[] _columns;

    /// <summary>Looks at a chunk, which stays DuckDB's.</summary>
    public DuckDbRows(IntPtr chunk)
    {
        using var borrowed = new DuckDBDataChunk(chunk);
        Count = (int)NativeMethods.DataChunks.DuckDBDataChunkGetSize(borrowed);
        _columns = new DuckDbVector[(int)NativeMethods.DataChunks.DuckDBDataChunkGetColumnCount(borrowed)];
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i] = new DuckDbVector(NativeMethods.DataChunks.DuckDBDataChunkGetVector(borrowed, i));
        }
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>A column; one of no values for a negative index.</summary>
    public DuckDbVector Column(int index) => index < 0 ? default : _columns[index];
}
