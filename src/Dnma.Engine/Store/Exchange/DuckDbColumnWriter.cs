using System.Text;
using Dnma.Engine.Store.Sql;
using Dnma.Engine.Time;
using DuckDB.NET.Native;

namespace Dnma.Engine.Store.Exchange;

/// <summary>Writes the values of a typed column where DuckDB wants them. For one thread at a time.</summary>
internal abstract unsafe class DuckDbColumnWriter
{
    /// <summary>The writer of a column.</summary>
    public static DuckDbColumnWriter Of(SqlColumn column) => column switch
    {
        SqlText text => new Texts(text.At),
        SqlDate date => new Fixed<int>(DuckDBType.Date, row => date.At(row) is { } day ? LocalCalendar.DayOf(day) : null),
        SqlInteger integer => new Fixed<long>(DuckDBType.BigInt, integer.At),
        SqlNumber number => new Fixed<double>(DuckDBType.Double, number.At),
        SqlDecimal quotient => new Fixed<Int128>(DuckDBType.Decimal, row => quotient.At(row) is { } value ? Scaled(value) : null),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>The column's type; the caller's to dispose of.</summary>
    public abstract DuckDBLogicalType NewType();

    /// <summary>Writes some rows into a vector, from its first place on.</summary>
    public abstract void Write(IntPtr vector, int first, int count);

    /// <summary>Quotients have six decimals at most: the product is whole.</summary>
    private static Int128 Scaled(decimal value) => (Int128)(value * 1_000_000m);

    private sealed class Texts(Func<int, string> at) : DuckDbColumnWriter
    {
        private byte[] _utf8 = new byte[1 << 10];

        public override DuckDBLogicalType NewType() => NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Varchar);

        public override void Write(IntPtr vector, int first, int count)
        {
            for (var row = 0; row < count; row++)
            {
                var text = at(first + row);
                var most = Encoding.UTF8.GetMaxByteCount(text.Length);
                _utf8 = _utf8.Length < most ? new byte[most] : _utf8;
                var length = Encoding.UTF8.GetBytes(text, _utf8);
                fixed (byte* bytes = _utf8)
                {
                    NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(vector, (ulong)row, bytes, length);
                }
            }
        }
    }

    private sealed class Fixed<T>(DuckDBType type, Func<int, T?> at) : DuckDbColumnWriter
        where T : unmanaged
    {
        public override DuckDBLogicalType NewType() => type == DuckDBType.Decimal
            ? NativeMethods.LogicalType.DuckDBCreateDecimalType(SqlDecimal.Precision, SqlDecimal.Scale)
            : NativeMethods.LogicalType.DuckDBCreateLogicalType(type);

        public override void Write(IntPtr vector, int first, int count)
        {
            var values = new Span<T>(NativeMethods.Vectors.DuckDBVectorGetData(vector), count);
            var validity = (ulong*)null;
            for (var row = 0; row < count; row++)
            {
                if (at(first + row) is { } value)
                {
                    values[row] = value;
                    continue;
                }

                if (validity == null)
                {
                    NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
                    validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
                }

                NativeMethods.ValidityMask.DuckDBValiditySetRowValidity(validity, (ulong)row, false);
            }
        }
    }
}
