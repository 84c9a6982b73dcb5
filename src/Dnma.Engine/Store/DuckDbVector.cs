using DuckDB.NET.Native;

namespace Dnma.Engine.Store;

/// <summary>
/// One column of a chunk, read where DuckDB holds it: nothing is copied or allocated. The reader must know the column's type. Valid until the query's next chunk.
/// </summary>
internal readonly unsafe struct DuckDbVector
{
    private const int InlineLength = 12;

    private readonly byte* _data;
    private readonly ulong* _validity;

    /// <summary>Looks at a vector.</summary>
    public DuckDbVector(IntPtr vector)
    {
        _data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
    }

    /// <summary>Whether a row has no value.</summary>
    public bool IsNull(int row) => _validity != null && (_validity[row >> 6] & (1UL << (row & 63))) == 0;

    /// <summary>All values of a column of unsigned 64-bit integers without nulls.</summary>
    public ulong* UInt64s => (ulong*)_data;

    /// <summary>A value of a 64-bit integer or timestamp column.</summary>
    public long Int64(int row) => ((long*)_data)[row];

    /// <summary>A value of a 32-bit integer or date column.</summary>
    public int Int32(int row) => ((int*)_data)[row];

    /// <summary>A value of a double column.</summary>
    public double Double(int row) => ((double*)_data)[row];

    /// <summary>The bytes of a value of a text or blob column; empty where there is none, and in a column that does not exist (the default).</summary>
    public ReadOnlySpan<byte> Bytes(int row)
    {
        if (_data == null || IsNull(row))
        {
            return default;
        }

        // A length, then the bytes themselves if they fit, else their first four and a pointer to all.
        var text = _data + ((long)row * 16);
        var length = *(int*)text;
        return new ReadOnlySpan<byte>(length <= InlineLength ? text + 4 : *(byte**)(text + 8), length);
    }
}
