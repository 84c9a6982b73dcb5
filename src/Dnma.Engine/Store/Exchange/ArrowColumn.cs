using System.Globalization;
using System.Text;
using Apache.Arrow;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Store.Exchange;

/// <summary>Columns of Arrow as columns from outside: texts plain, large, as views or by dictionary; dates, or instants of midnight; whole numbers of any width.</summary>
internal static class ArrowColumn
{
    /// <summary>Doubles beyond hold only some of the whole numbers.</summary>
    private const double MostExactWhole = 1L << 53;

    /// <summary>The rows of a batch.</summary>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidReference"/>: columns differ in length.</exception>
    public static ForeignTable Of(RecordBatch batch, TextPool pool) => Of(batch, _ => pool);

    /// <summary>The rows of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="poolOf">Where a column's texts are kept to be given again; null for nowhere.</param>
    /// <exception cref="EngineException"><see cref="ErrorId.InvalidReference"/>: columns differ in length.</exception>
    public static ForeignTable Of(RecordBatch batch, Func<string, TextPool?> poolOf)
    {
        var columns = new ForeignColumn[batch.ColumnCount];
        for (var index = 0; index < columns.Length; index++)
        {
            var (name, array) = (batch.Schema.GetFieldByIndex(index).Name, batch.Column(index));
            columns[index] = array.Length == batch.Length
                ? Of(name, array, poolOf(name))
                : throw new EngineException(ErrorId.InvalidReference, name, "the column is longer or shorter than its batch", "write the batch again");
        }

        return new ForeignTable(batch.Length, columns);
    }

    private static string TextOf(ReadOnlySpan<byte> utf8, TextPool? pool) => pool is null ? Encoding.UTF8.GetString(utf8) : pool.Of(utf8);

    private static Other Of(string name, IArrowArray array, TextPool? pool) => array switch
    {
        DictionaryArray coded when coded.Dictionary is StringArray or LargeStringArray or StringViewArray => new Coded(name, coded, pool),
        StringArray texts => new Texts(name, texts, row => texts.IsNull(row) ? null : TextOf(texts.GetBytes(row), pool)),
        LargeStringArray texts => new Texts(name, texts, row => texts.IsNull(row) ? null : TextOf(texts.GetBytes(row), pool)),
        StringViewArray texts => new Texts(name, texts, row => texts.IsNull(row) ? null : TextOf(texts.GetBytes(row), pool)),
        Date32Array dates => new Dates(name, dates, dates.GetDateOnly),
        Date64Array dates => new Dates(name, dates, dates.GetDateOnly),
        TimestampArray instants => new Dates(name, instants, row => instants.GetTimestamp(row) is { } instant ? Midnight(instant) : null),
        Int8Array numbers => new Wholes<sbyte>(name, numbers, static value => value),
        Int16Array numbers => new Wholes<short>(name, numbers, static value => value),
        Int32Array numbers => new Wholes<int>(name, numbers, static value => value),
        Int64Array numbers => new Wholes<long>(name, numbers, static value => value),
        UInt8Array numbers => new Wholes<byte>(name, numbers, static value => value),
        UInt16Array numbers => new Wholes<ushort>(name, numbers, static value => value),
        UInt32Array numbers => new Wholes<uint>(name, numbers, static value => value),
        UInt64Array numbers => new Wholes<ulong>(name, numbers, static value => checked((long)value)),
        DoubleArray numbers => new Doubles(name, numbers),
        FloatArray numbers => new Labels(name, numbers, row => numbers.GetValue(row) is { } value ? LabelOf(value, value.ToString(CultureInfo.InvariantCulture)) : null),
        BooleanArray truths => new Labels(name, truths, row => truths.GetValue(row) is { } value ? value ? "true" : "false" : null),
        _ => new Other(name, array),
    };

    private static DateOnly Midnight(DateTimeOffset instant) => instant.TimeOfDay == TimeSpan.Zero
        ? DateOnly.FromDateTime(instant.DateTime)
        : throw new FormatException("a time of day stands where a date should");

    /// <summary>A number without decimals is written as one; what is no number is no value.</summary>
    private static string? LabelOf(double value, string written) => double.IsNaN(value) ? null
        : value == Math.Floor(value) && Math.Abs(value) < MostExactWhole ? ((long)value).ToString(CultureInfo.InvariantCulture)
        : written;

    private class Other(string name, IArrowArray array) : ForeignColumn(name)
    {
        public override string TypeName => array.Data.DataType.Name;
    }

    private sealed class Texts(string name, IArrowArray array, Func<int, string?> at) : Other(name, array)
    {
        public override bool HoldsTexts => true;

        public override string? Text(int row) => at(row);

        public override DateOnly? Date(int row) => at(row) is { } text ? DateOf(text) : null;
    }

    private sealed class Dates(string name, IArrowArray array, Func<int, DateOnly?> at) : Other(name, array)
    {
        private readonly bool _holdsInstants = array is TimestampArray;

        /// <summary>Instants are no labels: nobody breaks down by them.</summary>
        public override bool HoldsLabels => !_holdsInstants;

        public override string? Label(int row) => at(row)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public override DateOnly? Date(int row) => at(row);
    }

    private sealed class Labels(string name, IArrowArray array, Func<int, string?> at) : Other(name, array)
    {
        public override bool HoldsLabels => true;

        public override string? Label(int row) => at(row);
    }

    private sealed class Wholes<T>(string name, PrimitiveArray<T> array, Func<T, long> whole) : Other(name, array)
        where T : struct, IFormattable, IEquatable<T>
    {
        public override bool HoldsLabels => true;

        public override string? Label(int row) => array.GetValue(row)?.ToString(null, CultureInfo.InvariantCulture);

        public override long? Whole(int row) => array.GetValue(row) is { } value ? whole(value) : null;
    }

    private sealed class Doubles(string name, DoubleArray array) : Other(name, array)
    {
        public override bool HoldsLabels => true;

        public override string? Label(int row) => array.GetValue(row) is { } value ? LabelOf(value, value.ToString(CultureInfo.InvariantCulture)) : null;

        public override long? Whole(int row) => array.GetValue(row) is { } value ? WholeOf(value) : null;
    }

    /// <summary>Texts by dictionary: each entry is made a text once.</summary>
    private sealed class Coded : Other
    {
        private readonly string?[] _entries;
        private readonly Other _indices;

        public Coded(string name, DictionaryArray array, TextPool? pool)
            : base(name, array)
        {
            var entries = Of(name, array.Dictionary, pool);
            _entries = [.. Enumerable.Range(0, array.Dictionary.Length).Select(entries.Text)];
            _indices = Of(name, array.Indices, pool);
        }

        public override string TypeName => "dictionary of texts";

        public override bool HoldsTexts => true;

        public override string? Text(int row) => _indices.Whole(row) is not { } index ? null
            : index >= 0 && index < _entries.Length ? _entries[index]
            : throw new FormatException("it points beyond its dictionary");

        public override DateOnly? Date(int row) => Text(row) is { } text ? DateOf(text) : null;
    }
}
