using System.Text;
using Apache.Arrow;
using Dnma.Engine.Contracts;

namespace Dnma.Engine.Store.Exchange;

/// <summary>Columns of Arrow as columns from outside: texts plain, large, as views or by dictionary; dates, or instants of midnight; whole numbers of any width.</summary>
internal static class ArrowColumn
{
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
        Int8Array numbers => new Wholes(name, numbers, row => numbers.GetValue(row)),
        Int16Array numbers => new Wholes(name, numbers, row => numbers.GetValue(row)),
        Int32Array numbers => new Wholes(name, numbers, row => numbers.GetValue(row)),
        Int64Array numbers => new Wholes(name, numbers, row => numbers.GetValue(row)),
        UInt8Array numbers => new Wholes(name, numbers, row => numbers.GetValue(row)),
        UInt16Array numbers => new Wholes(name, numbers, row => numbers.GetValue(row)),
        UInt32Array numbers => new Wholes(name, numbers, row => numbers.GetValue(row)),
        UInt64Array numbers => new Wholes(name, numbers, row => checked((long?)numbers.GetValue(row))),
        DoubleArray numbers => new Doubles(name, numbers),
        _ => new Other(name, array),
    };

    private static DateOnly Midnight(DateTimeOffset instant) => instant.TimeOfDay == TimeSpan.Zero
        ? DateOnly.FromDateTime(instant.DateTime)
        : throw new FormatException("a time of day stands where a date should");

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
        public override DateOnly? Date(int row) => at(row);
    }

    private sealed class Wholes(string name, IArrowArray array, Func<int, long?> at) : Other(name, array)
    {
        public override long? Whole(int row) => at(row);
    }

    private sealed class Doubles(string name, DoubleArray array) : Other(name, array)
    {
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
