using System.Data.Common;
using System.Globalization;
using System.Numerics;
using Dnma.Engine.Contracts;
using Microsoft.Data.Analysis;

namespace Dnma.Engine.Reports;

/// <summary>
/// Reads the answer to a query into typed columns: every integer as <see cref="long"/>, so that a <c>sum</c> (128 bits in DuckDB) is of the
/// type of what it adds.
/// </summary>
internal static class QueryFrame
{
    public static DataFrame Read(DbDataReader reader)
    {
        var columns = new QueryColumn[reader.FieldCount];
        var names = new HashSet<string>();
        for (var index = 0; index < columns.Length; index++)
        {
            var name = reader.GetName(index);
            if (!names.Add(name))
            {
                throw new EngineException(ErrorId.InvalidOption, name, "two columns of the query have this name", "give one of them another with AS");
            }

            columns[index] = ColumnOf(name, reader.GetFieldType(index));
        }

        while (reader.Read())
        {
            for (var index = 0; index < columns.Length; index++)
            {
                columns[index].Add(reader.IsDBNull(index) ? null : reader.GetValue(index));
            }
        }

        return new DataFrame(Array.ConvertAll(columns, column => column.ToFrame()));
    }

    private static QueryColumn ColumnOf(string name, Type type)
    {
        if (type == typeof(string) || type == typeof(Guid))
        {
            return new QueryTextColumn(name);
        }

        if (type == typeof(bool))
        {
            return new QueryColumn<bool>(name, value => (bool)value, (to, values) => new BooleanDataFrameColumn(to, values));
        }

        if (type == typeof(DateOnly) || type == typeof(DateTime))
        {
            return new QueryColumn<DateTime>(name, ToDateTime, (to, values) => new DateTimeDataFrameColumn(to, values));
        }

        if (type == typeof(double) || type == typeof(float))
        {
            return new QueryColumn<double>(
                name, value => Convert.ToDouble(value, CultureInfo.InvariantCulture), (to, values) => new DoubleDataFrameColumn(to, values));
        }

        if (type == typeof(decimal))
        {
            return new QueryColumn<decimal>(name, value => (decimal)value, (to, values) => new DecimalDataFrameColumn(to, values));
        }

        return IsInteger(type)
            ? new QueryColumn<long>(name, value => ToInt64(name, value), (to, values) => new Int64DataFrameColumn(to, values))
            : throw new EngineException(ErrorId.InvalidOption, name, $"a data frame has no column for {type.Name}", "cast it in the query, for example with ::VARCHAR");
    }

    private static bool IsInteger(Type type) =>
        type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(sbyte) || type == typeof(ulong)
        || type == typeof(uint) || type == typeof(ushort) || type == typeof(byte) || type == typeof(BigInteger);

    private static DateTime ToDateTime(object value) => value is DateOnly date ? date.ToDateTime(TimeOnly.MinValue) : (DateTime)value;

    private static long ToInt64(string name, object value)
    {
        try
        {
            return value is BigInteger big ? (long)big : Convert.ToInt64(value, CultureInfo.InvariantCulture);
        }
        catch (OverflowException error)
        {
            throw new EngineException(ErrorId.InvalidOption, name, "a value exceeds 64 bits", "cast the column to DOUBLE or VARCHAR in the query", error);
        }
    }
}
